export function fingerprint(): string;
export function noteBuilt(print: string): void;
export function isBuilt(): boolean;
