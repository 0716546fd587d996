import { serviceKey } from "../grammar/service-name.js";
import { planRule } from "./rule.js";

export const unregisteredService = planRule({
  id: "unregistered-service",
  summary: "Where a plan keeps a registry of services, every service it names must be in it.",
  severity: "notice",
  *check({ plan }) {
    const registered = plan.services.filter(({ isRegistered }) => isRegistered);
    if (registered.length === 0) return;
    const known = new Set(registered.map(({ name }) => serviceKey(name)));
    for (const { phase, service, place } of plan.modifications) {
      const key = serviceKey(service);
      if (known.has(key)) continue;
      known.add(key);
      const { label } = plan.phases.get(phase) ?? { label: phase };
      yield {
        place,
        message: `${label} names ${service}, which is not in the registry of services.`,
        phases: [phase],
        subject: service,
      };
    }
    for (const { name, dependencies } of registered) {
      for (const { text, place } of dependencies) {
        const key = serviceKey(text);
        if (key === "" || known.has(key)) continue;
        known.add(key);
        yield {
          place,
          message: `${name} depends on ${text}, which is not in the registry of services.`,
          phases: [],
          subject: text,
        };
      }
    }
  },
});
