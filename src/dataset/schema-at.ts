/** Finds the part of a schema that speaks of a place in a file: for messages, the table of fields and skeletons. */
import type { z } from 'zod';

interface Def {
	readonly element?: z.ZodType;
	readonly innerType?: z.ZodType;
	readonly items?: readonly z.ZodType[];
	readonly options?: readonly z.ZodType[];
	readonly shape?: Readonly<Record<string, z.ZodType>>;
	readonly type: string;
	readonly valueType?: z.ZodType;
}

const defOf = (schema: z.ZodType): Def => (schema as unknown as { _zod: { def: Def } })._zod.def;

/** The schema without `optional`; of a union, its members. */
export function membersOf(schema: z.ZodType): z.ZodType[] {
	const def = defOf(schema);
	if (def.type === 'optional' && def.innerType) return membersOf(def.innerType);
	if (def.type === 'union') return (def.options ?? []).flatMap(membersOf);
	return [schema];
}

export const isOptional = (schema: z.ZodType): boolean => defOf(schema).type === 'optional';
export const shapeOf = (schema: z.ZodType): Readonly<Record<string, z.ZodType>> | undefined => defOf(schema).shape;
export const elementOf = (schema: z.ZodType): z.ZodType | undefined => defOf(schema).element;
export const typeOf = (schema: z.ZodType): string => defOf(schema).type;

/** Every schema that may apply at `path`; empty when the path leads nowhere. */
export function schemasAt(root: z.ZodType, path: readonly PropertyKey[]): z.ZodType[] {
	let here: z.ZodType[] = [root];
	for (const key of path) {
		here = here.flatMap(membersOf).flatMap((schema): z.ZodType[] => {
			const { element, items, shape, valueType } = defOf(schema);
			const next =
				typeof key === 'number' ? (element ?? items?.[key]) : shape && Object.hasOwn(shape, key) ? shape[String(key)] : valueType;
			return next ? [next] : [];
		});
	}
	return here;
}

/** The keys that may stand at `path`, in the order of the schema. */
export function keysAt(root: z.ZodType, path: readonly PropertyKey[]): string[] {
	return [
		...new Set(
			schemasAt(root, path)
				.flatMap(membersOf)
				.flatMap((schema) => Object.keys(shapeOf(schema) ?? {})),
		),
	];
}

/** What the schema says a field is for. A description belongs to the field itself before it belongs to its type. */
export function descriptionOf(schema: z.ZodType): string | undefined {
	const own = (schema as unknown as { meta(): { description?: string } | undefined }).meta()?.description;
	if (own) return own;
	const { innerType } = defOf(schema);
	return innerType ? descriptionOf(innerType) : undefined;
}
