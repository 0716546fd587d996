import { examineWorkflowAlone, type EventNeeds } from "../../doctor/examine-workflow.js";
