import { COLORS, type Badge } from "./badge.js";

/** What a badge service reads from an address; it refuses every other key. */
export interface BadgeEndpoint {
  readonly schemaVersion: 1;
  readonly label: string;
  readonly message: string;
  readonly color: string;
  readonly isError: boolean;
}

/** The badge for a service that draws it in its own way. */
export const badgeEndpoint = ({ label, message, tone, isError }: Badge): BadgeEndpoint => ({
  schemaVersion: 1,
  label,
  message,
  color: COLORS[tone],
  isError,
});
