import { serviceKey } from "../../../grammar/service-name.js";
import type { Comparison } from "../../../model/comparison.js";
import type { Violation } from "../../../model/finding.js";
import type { Lock, Service } from "../../../model/plan.js";
import { byService } from "./by-service.js";
import { holdersInWords, holdersOf, isActive } from "./lock-holders.js";
import { periodInWords } from "./lock-period.js";

/**
 * Registry rows that a change edits or removes while base and head both say that the service is locked. A change that
 * lifts the lock may edit the row: it is the holder's last. Who uses a service is not a part of it.
 */
export function* editedWhileLocked({ base, head }: Comparison, today: string): Iterable<Violation> {
  const lockedOnBase = byService(base.plan.locks.filter(isExclusive));
  const lockedOnHead = byService(head.plan.locks.filter(isExclusive));
  const rows = new Map(head.plan.services.filter(isRow).map((service) => [serviceKey(service.name), service]));
  for (const before of base.plan.services.filter(isRow)) {
    const key = serviceKey(before.name);
    const lock = lockedOnBase.get(key)?.find((one) => isActive(one, base.plan, today) === true);
    const now = lockedOnHead.get(key)?.find((one) => isActive(one, head.plan, today) !== false);
    if (!lock || !now) continue;
    const after = rows.get(key);
    const edited = after ? editedCells(before, after) : [];
    if (after && edited.length === 0) continue;
    const period = periodInWords(lock);
    const held = `while ${holdersInWords(lock, base.plan)} locks it${period === "" ? "" : ` ${period}`}`;
    yield {
      place: after?.places[0] ?? now.place,
      message: after
        ? `This change edits the registry row of ${before.name} (${edited.join(", ")}) ${held}.`
        : `This change removes ${before.name} from the registry ${held}.`,
      phases: holdersOf(now, head.plan).map(({ id }) => id),
      subject: `registry row of ${before.name}`,
      related: [{ place: lock.place, message: `${before.name} is locked here` }],
    };
  }
}

const isRow = ({ isRegistered }: Service): boolean => isRegistered;
const isExclusive = ({ state, phases }: Lock): boolean => state !== "frozen" && phases.length > 0;

function editedCells(before: Service, after: Service): string[] {
  const cells: Readonly<Record<string, (service: Service) => string | undefined>> = {
    owner: ({ owner }) => owner?.id,
    version: ({ version }) => version?.text,
    "next version": ({ nextVersion }) => nextVersion?.text,
    status: ({ status }) => status?.text,
    dependencies: ({ dependencies }) => dependencies.map(({ text }) => serviceKey(text)).join(),
  };
  return Object.keys(cells).filter((name) => cells[name]!(before) !== cells[name]!(after));
}
