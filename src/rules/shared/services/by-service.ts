import { serviceKey } from "../../../grammar/service-name.js";

/** What speaks of a service, by the service's name as names are compared. */
export function byService<One extends { readonly service: string }>(all: readonly One[]): Map<string, One[]> {
  const groups = new Map<string, One[]>();
  for (const one of all) {
    const key = serviceKey(one.service);
    const group = groups.get(key);
    if (group) group.push(one);
    else groups.set(key, [one]);
  }
  return groups;
}
