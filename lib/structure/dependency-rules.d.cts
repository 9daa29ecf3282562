import type { IForbiddenRuleType } from "dependency-cruiser";

declare const rules: {
  forbidden: (IForbiddenRuleType & { name: string; tripsOn: Record<string, string> })[];
  options: Record<string, unknown>;
};
export = rules;
