import type { PhaseId } from "../../model/plan.js";
import type { App } from "./app.js";

/** Pixels that a step of the duration must at least be wide, so that the hand can find it. */
const LEAST_STEP = 6;
const STEPS = [0.5, 1, 2, 4];

/** Lets the end of a bar be drawn to another duration. The scale is that of the beginning, whatever the axis does. */
export function dragDuration(app: App, grip: HTMLElement, track: HTMLElement, id: PhaseId): void {
  grip.addEventListener("pointerdown", (event) => {
    const { state, session, timeline } = app;
    const phase = session.now.plan.phases.get(id);
    const times = session.now.schedule[state.portion][state.model].times.get(id);
    if (event.button !== 0 || !phase || !times) return;
    event.preventDefault();
    grip.setPointerCapture(event.pointerId);
    const weeksPerPixel = timeline.weeks / track.clientWidth;
    const length = times.earliestFinish - times.earliestStart;
    // Of a phase under way the bar is what is left, and the duration is the whole.
    const whole = phase.duration && length > 0 ? phase.duration.weeks / length : 1;
    const step = STEPS.find((weeks) => weeks / weeksPerPixel >= LEAST_STEP) ?? 8;
    const from = event.clientX;
    let shown = "";
    const move = ({ clientX }: PointerEvent) => {
      const weeks = Math.max(0, (length + (clientX - from) * weeksPerPixel) * whole);
      const text = `${Math.round(weeks / step) * step} weeks`;
      if (text !== shown) app.tryDuration(id, text);
      shown = text;
    };
    const end = () => {
      grip.removeEventListener("pointermove", move);
      grip.removeEventListener("lostpointercapture", end);
    };
    grip.addEventListener("pointermove", move);
    grip.addEventListener("lostpointercapture", end);
  });
}
