/** Something that keeps a scenario from being published. `stepId` null: the scenario as a whole. */
export type Problem = { stepId: string | null; message: string };

export const problem = (stepId: string | null, message: string): Problem => ({ stepId, message });
