export { remarkPlanGate as default, type PlanFile, type PlanGateOptions } from "./index.js";
