import type { PageData } from "../../model/page-data.js";
import type { PhaseId } from "../../model/plan.js";
import type { PlanSession } from "../engine/plan-session.js";
import type { Timeline, TimelineChoice } from "../engine/timeline.js";
import type { PositionWords } from "../engine/position-words.js";

/** Which phases are shown. */
export type Show = "all" | "open" | "critical" | "findings" | "changed";

/** Everything that somebody looking at the page has chosen. */
export interface ViewState extends TimelineChoice {
  readonly plan: number;
  readonly show: Show;
  readonly search: string;
  readonly unit: "weeks" | "dates";
  /** How many times as wide as the window the time axis is. */
  readonly zoom: number;
  readonly agents: number;
  readonly selected: PhaseId | null;
  /** Whether single letters are shortcuts; some people's speech input types them by accident. */
  readonly hasShortcuts: boolean;
}

/** What the parts of the page know of each other. */
export interface App {
  readonly data: PageData;
  readonly state: ViewState;
  readonly session: PlanSession;
  readonly timeline: Timeline;
  readonly words: PositionWords;
  change(part: Partial<ViewState>): void;
  /** Shows a phase: selects it, opens its tier, brings it into view and, where asked, focuses it. */
  reveal(id: PhaseId, focus?: boolean): void;
  /** Answers what is wrong with the text, or null. */
  tryDuration(id: PhaseId, text: string | null): string | null;
  reset(): void;
  /** Tells people who do not see it. */
  announce(text: string): void;
}

/** One part of the page. */
export interface View {
  readonly root: HTMLElement;
  /** Shows what the app holds now. */
  update(): void;
}
