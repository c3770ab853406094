import type { Examples } from '../meaning.ts';
import { house } from './house.ts';
import { orders } from './orders.ts';
import { people } from './people.ts';
import { sell } from './sell.ts';
import { serve } from './serve.ts';

export const chinese: Examples = { ...people, ...sell, ...orders, ...serve, ...house };
