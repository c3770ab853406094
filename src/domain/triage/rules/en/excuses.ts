/** Who is ill or hurt and says so to move what was agreed: nobody is blamed. */
export const nobodysFault =
  /^(?!.*\b(?:you (?:gave|sold|served|sent|did|made|put|fitted|left|used|installed|hurt|cut|burn\w*)|your (?!class|lesson|session|course|next|shop|studio)|after (?:eating|using|the)|from (?:the|eating)|because of|ate|eaten)\b).*(?:\b(?:so|can(?:'|no)?t|won'?t|unable|have to|need to|must|no)\b[^.!?\n]{0,40}\b(?:come|make it|be (?:in|there|at|coming)|class|lesson|session|appointment|reschedul\w*|move|postpone|miss|attend|training|practice)\b|\b(?:hold|keep|move|push)\b[^.!?\n]{0,12}\b(?:order|appointment|slot|booking|parcel|session|lesson)\b|\bflowers\b|\bout of hospital)/su;

/** An allergy that something came of, or that was told and not heeded; not one that somebody asks about beforehand. */
export const allergySuffered =
  /\ballerg(?:y|ic|ies)\b[^\n]{0,60}\b(?:put|contained|gave|served|ate|eaten|told|warned|said|forgot|reacted|swollen|swelled|ignored|still)\b|\b(?:put|contained|gave|served|ate|eaten|told you|told them|warned|despite|had an?|caused|triggered|set off)\b[^\n]{0,60}\ballerg(?:y|ic|ies)\b/u;
