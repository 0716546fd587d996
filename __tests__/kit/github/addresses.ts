/** Where this GitHub is, for the links in its answers and for the runner's variables. */
export interface Addresses {
  /** `https://github.com` of the real one. */
  readonly server: string;
  /** `https://api.github.com`, or `https://host/api/v3` of an Enterprise Server. */
  readonly api: string;
  readonly graphql: string;
}
