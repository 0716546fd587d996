import type { SourceDocument } from "../../model/document.js";
import type { AnnouncementQuestion, FirstOnBase } from "../../model/first-on-base.js";
import type { Plan } from "../../model/plan.js";
import { SearchEnded, type BaseHistory, type Stretch } from "./base-history.js";

/** What the history of base answers, and what people should know about how. */
export interface DatedAnnouncements {
  readonly firstOnBase: FirstOnBase;
  readonly remarks: readonly string[];
}

/**
 * Asks the history of base since when it has held announcements: first whether that was early enough, and only if not,
 * by halves, on which day it came. A search that ends early answers with the first day not yet excluded.
 * `readPlan` reads the documents that were one plan at one time.
 */
export async function findFirstOnBase(
  questions: readonly AnnouncementQuestion[],
  history: BaseHistory,
  readPlan: (documents: readonly SourceDocument[]) => Plan,
): Promise<DatedAnnouncements> {
  const states = statesOf(history, readPlan);
  const firstOnBase = new Map<string, string>();
  let unknown = 0;
  // The longest stretch first: it holds all others.
  for (const question of [...questions].sort((a, b) => Number(a.enough > b.enough) - Number(a.enough < b.enough))) {
    const day = await firstDay(question, history, states);
    if (day === null) unknown++;
    else firstOnBase.set(question.id, day);
  }
  const remarks = unknown === 0 ? [] : [couldNotBeFound(unknown)];
  return { firstOnBase, remarks };
}

const couldNotBeFound = (count: number): string =>
  `The history of base is not all there, or longer than is read: since when it has announced ${count} breaking ` +
  `change${count === 1 ? "" : "s"} is taken from what the announcements say themselves.`;

type Holds = (question: AnnouncementQuestion, commit: string) => Promise<boolean>;

async function firstDay(question: AnnouncementQuestion, history: BaseHistory, holds: Holds): Promise<string | null> {
  const { enough } = question;
  let stretch: Stretch | null;
  try {
    stretch = await history.after(enough);
    if (stretch === null) return null;
    if (stretch.before !== null && (await holds(question, stretch.before))) return enough;
  } catch (error) {
    if (error instanceof SearchEnded) return null;
    throw error;
  }
  return firstHolding(question, stretch, holds);
}

/** Base holds the announcement now, and did not before the stretch: somewhere in between it came. */
async function firstHolding(question: AnnouncementQuestion, { states }: Stretch, holds: Holds): Promise<string | null> {
  let low = 0;
  let high = states.length - 1;
  try {
    while (low < high) {
      const middle = (low + high) >> 1;
      if (await holds(question, states[middle]!.commit)) high = middle;
      else low = middle + 1;
    }
  } catch (error) {
    if (!(error instanceof SearchEnded)) throw error;
  }
  return states[low]?.day ?? null;
}

/** Reads each document of each state once, and no more of them than a question needs. */
function statesOf(history: BaseHistory, readPlan: (documents: readonly SourceDocument[]) => Plan): Holds {
  const reading = new Map<string, Promise<Plan | null>>();
  const planAt = (path: string, commit: string): Promise<Plan | null> => {
    const key = `${commit}:${path}`;
    const known =
      reading.get(key) ??
      history.document(path, commit).then((document) => (document === null ? null : readPlan([document])));
    reading.set(key, known);
    return known;
  };
  const listing = new Map<string, Promise<readonly string[]>>();
  const pathsAt = (commit: string): Promise<readonly string[]> => {
    const known = listing.get(commit) ?? history.paths(commit);
    listing.set(commit, known);
    return known;
  };
  return async (question, commit) => {
    const usual = await planAt(question.path, commit);
    if (usual !== null && (question.isAlone || question.isAnsweredBy(usual))) return question.isAnsweredBy(usual);
    // It may have moved here from another document of the plan, or the document may have had another name.
    for (const path of await pathsAt(commit)) {
      if (path === question.path) continue;
      const plan = await planAt(path, commit);
      if (plan !== null && question.isAnsweredBy(plan)) return true;
    }
    return false;
  };
}
