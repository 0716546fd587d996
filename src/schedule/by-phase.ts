import type { AcyclicGraph } from "../model/graph.js";
import type { PhaseId } from "../model/plan.js";

/**
 * What is known of each phase of a graph, by id and in plan order. A value is made each time it is asked for: of a
 * hundred thousand phases a report shows few.
 */
export class ByPhase<Value> implements ReadonlyMap<PhaseId, Value> {
  constructor(
    private readonly graph: AcyclicGraph,
    private readonly valueOf: (phase: number) => Value,
  ) {}

  get size(): number {
    return this.graph.ids.length;
  }

  has(id: PhaseId): boolean {
    return this.graph.indexOf.has(id);
  }

  get(id: PhaseId): Value | undefined {
    const phase = this.graph.indexOf.get(id);
    return phase === undefined ? undefined : this.valueOf(phase);
  }

  *entries(): Generator<[PhaseId, Value], undefined> {
    for (let phase = 0; phase < this.size; phase++) yield [this.graph.ids[phase]!, this.valueOf(phase)];
  }

  *values(): Generator<Value, undefined> {
    for (let phase = 0; phase < this.size; phase++) yield this.valueOf(phase);
  }

  keys(): MapIterator<PhaseId> {
    return this.graph.indexOf.keys();
  }

  forEach(visit: (value: Value, id: PhaseId, map: ReadonlyMap<PhaseId, Value>) => void): void {
    for (const [id, value] of this) visit(value, id, this);
  }

  [Symbol.iterator](): Generator<[PhaseId, Value], undefined> {
    return this.entries();
  }
}
