export { remarkPlanGate as default } from "./main.js";
