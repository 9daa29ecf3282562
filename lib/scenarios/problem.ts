/** Something that keeps a scenario from being published. `stepId` null: the scenario as a whole. */
export type Problem = { stepId: string | null; message: string };

export const problem = (stepId: string | null, message: string): Problem => ({ stepId, message });

/** What a scenario may refer to. `parentKey` null: a top category. */
export type Surroundings = { categories: { key: string; parentKey: string | null }[]; phoneKeys: string[] };

/** The items that are there more than once. */
export const twice = <T>(items: T[]): T[] => items.filter((item, i) => items.indexOf(item) !== i);
