import type { HttpCall } from '../doors';

/** A webhook that a provider posted, and the status it was answered with. 500 where the app gave no answer: it crashed, or was too slow. */
export type Delivery = { readonly provider: string; readonly call: HttpCall; readonly status: number };

/** Hears of every webhook at the moment it is answered, before the provider heeds the answer. */
export type Delivered = (delivery: Delivery) => void;
