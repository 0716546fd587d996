import { serviceKey } from "../../../grammar/service-name.js";
import type { Modification, Plan } from "../../../model/plan.js";

/**
 * Tells whether it is beyond doubt that a phase changes a service. `Modifies` and a lock say so. `Services` may list
 * what is only used; for a service that the plan's own registry keeps, it lists what is worked on.
 */
export function createOutright(plan: Plan): (modification: Modification) => boolean {
  const registered = new Set(
    plan.services.filter(({ isRegistered }) => isRegistered).map(({ name }) => serviceKey(name)),
  );
  return ({ wording, service }) => wording !== "services" || registered.has(serviceKey(service));
}
