import type { OverrideSetting } from "../../config/config.js";
import type { Override } from "../../model/report.js";
import type { Client } from "./client.js";

// A pull request has 100 labels at most. The type of its events is chosen by GitHub, so that comments do not count.
const READ = `
  query ($owner: String!, $repo: String!, $number: Int!) {
    repository(owner: $owner, name: $repo) {
      pullRequest(number: $number) {
        author { __typename login }
        labels(first: 100) { nodes { name } }
        timelineItems(last: 100, itemTypes: [LABELED_EVENT]) {
          nodes { ... on LabeledEvent { createdAt actor { __typename login } label { name } } }
        }
      }
    }
  }`;

interface Answer {
  readonly repository: { readonly pullRequest: LabeledPullRequest };
}

interface LabeledPullRequest {
  /** Null when the account is gone. */
  readonly author: Account | null;
  readonly labels: { readonly nodes: readonly { readonly name: string }[] };
  /** The oldest first. */
  readonly timelineItems: { readonly nodes: readonly LabeledEvent[] };
}

interface LabeledEvent {
  readonly createdAt: string;
  readonly actor: Account | null;
  readonly label: { readonly name: string };
}

interface Account {
  readonly __typename: string;
  readonly login: string;
}

/** Who has opened the gate, if anybody; and what people should know where a label is there and does not count. */
export interface OverrideAnswer {
  readonly override: Override | null;
  readonly remarks: readonly string[];
}

/**
 * Whether a label opens the gate, as the pull request is now, by one request. Never rejects: what cannot be read, or is
 * set by nobody knows whom, opens nothing.
 */
export async function readOverride(
  client: Pick<Client, "graphql">,
  repository: { readonly owner: string; readonly repo: string },
  number: number,
  { labels, allowsAuthor }: OverrideSetting,
): Promise<OverrideAnswer> {
  let answer: Answer;
  try {
    answer = await client.graphql<Answer>(READ, { ...repository, number });
  } catch (error) {
    const why = (error instanceof Error ? error.message : String(error)).split("\n", 1)[0];
    return { override: null, remarks: [`Whether a label opens the gate could not be read, so none does: ${why}`] };
  }
  return judgeLabels(answer.repository.pullRequest, labels, allowsAuthor);
}

function judgeLabels(
  { author, labels, timelineItems }: LabeledPullRequest,
  wanted: readonly string[],
  allowsAuthor: boolean,
): OverrideAnswer {
  const present = new Set(labels.nodes.map(({ name }) => name.toLowerCase()));
  const remarks: string[] = [];
  for (const label of wanted.filter((name) => present.has(name.toLowerCase()))) {
    const event = timelineItems.nodes.findLast(({ label: { name } }) => name.toLowerCase() === label.toLowerCase());
    const by = event?.actor ?? null;
    if (event === undefined || by === null) {
      remarks.push(`The label “${label}” does not open the gate: GitHub does not say who has set it.`);
    } else if (!allowsAuthor && isSame(by, author)) {
      remarks.push(`The label “${label}” does not open the gate: ${by.login}, the author, has set it.`);
    } else return { override: { label, by: by.login, at: event.createdAt }, remarks: [] };
  }
  return { override: null, remarks };
}

/** GitHub writes an app's name like a person's; the type tells them apart. */
const isSame = (one: Account, other: Account | null): boolean =>
  other !== null && one.login === other.login && one.__typename === other.__typename;
