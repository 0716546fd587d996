/** Folder of the rules' pages. */
export const RULES_URL = "https://github.com/plan-gate/plan-gate/blob/main/docs/rules";
