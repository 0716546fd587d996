/** GitHub's time in a test: begins at a known instant and moves one second with every event, so that runs are alike. */
export class Clock {
  private milliseconds: number;

  constructor(start: string) {
    this.milliseconds = Date.parse(start);
  }

  /** The instant of the next event, to the second, as GitHub writes it. */
  tick(): string {
    this.milliseconds += 1000;
    return this.now();
  }

  now(): string {
    return new Date(this.milliseconds).toISOString().replace(".000Z", "Z");
  }

  set(instant: string): void {
    this.milliseconds = Date.parse(instant);
  }
}
