/** What a check of a message finds: counts and places, never a ruling. */
import type { Account } from '../dataset/schema.ts';

/**
 * Supported: all that speak of it agree. Contested: they differ. Contradicted: none that speaks of it agrees. Not covered: the
 * topic is in the dataset, and no source there speaks of this point.
 */
export type Verdict = 'Contested' | 'Contradicted' | 'Not covered' | 'Supported';
/** What a claim gives that can be set beside the sources. */
export type ClaimKind = 'date' | 'fact' | 'number' | 'position';

/** Who agrees or differs: one speaker through one source, with the account that says it. */
export interface Voice {
	readonly account: Account;
	/** The position that the account argues for, by its id, in a question. */
	readonly position?: string;
}

/** Where the number or date of a claim falls among those of the sources. */
export interface Placement {
	/** Voices that give the very value. */
	readonly equals: readonly Voice[];
	readonly high: number;
	readonly low: number;
	readonly where: 'above' | 'below' | 'inside' | 'only';
}

export interface CheckedClaim {
	readonly agree: readonly Voice[];
	readonly differ: readonly Voice[];
	/** The entry that it was checked against. */
	readonly entry: string;
	readonly hedged: boolean;
	readonly kind: ClaimKind;
	readonly negated: boolean;
	readonly placement?: Placement;
	/** The position that the claim takes or denies, in a question. */
	readonly position?: { readonly denied: boolean; readonly id: string };
	/** Sources that treat the topic and say nothing on this point, by id. */
	readonly silent: readonly string[];
	/** 0 to 1: how surely the claim speaks of this entry. */
	readonly strength: number;
	/** The claim as it stands in the message, cut to `CLAIM_TEXT_MAX`. */
	readonly text: string;
	readonly verdict: Verdict;
}

/** A sentence that may speak of these entries: offered, not checked. */
export interface NearMiss {
	readonly entries: readonly string[];
	readonly text: string;
}

export interface Report {
	/** Questions that the message asks of our topics: they assert nothing, so there is nothing to check. */
	readonly asked: readonly NearMiss[];
	readonly claims: readonly CheckedClaim[];
	readonly near: readonly NearMiss[];
	/** `nothing`: the message claims nothing that the dataset speaks of. */
	readonly outcome: 'checked' | 'near' | 'nothing';
}

/** What is quoted of a claim. */
export const CLAIM_TEXT_MAX = 300;
/** Claims of one message that are reported; a message of more is cut. */
export const CLAIMS_MAX = 12;
export const NEAR_MAX = 3;
