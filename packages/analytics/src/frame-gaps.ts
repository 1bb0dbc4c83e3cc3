/** A frame that was received, by the time the network received it and its counter. */
export interface CountedFrame {
  readonly time: Date;
  readonly frameCounter: number;
}

/** Frames that were sent, going by the counter, and never came. */
interface FrameGap {
  /** When the frames around it were received. */
  readonly after: Date;
  readonly before: Date;
  readonly firstMissing: number;
  readonly lastMissing: number;
  readonly missing: number;
}

export interface FrameGaps {
  /** Frames received, each once however often it came. */
  readonly received: number;
  readonly missing: number;
  readonly gaps: readonly FrameGap[];
  /** When the counter began again: the device joined anew, or was reset. */
  readonly restarts: readonly Date[];
}

/** A counter that goes back no further than this, to one that is missing, belongs to a frame that was overtaken. */
const OVERTAKEN = 16;

/** What is missing in a device's frames, in whatever order they are given. What a restart hides cannot be told. */
export function frameGaps(frames: readonly CountedFrame[]): FrameGaps {
  const sessions = sessionsOf([...frames].sort(byTime));
  const gaps = sessions.flatMap(gapsIn);
  return {
    received: sessions.reduce((sum, session) => sum + session.size, 0),
    missing: gaps.reduce((sum, gap) => sum + gap.missing, 0),
    gaps,
    restarts: sessions.slice(1).flatMap((session) => session.values().next().value?.time ?? []),
  };
}

function byTime(a: CountedFrame, b: CountedFrame): number {
  return a.time.getTime() - b.time.getTime() || a.frameCounter - b.frameCounter;
}

/** Frames by their counters, between one beginning of the counter and the next. */
type Session = Map<number, CountedFrame>;

function sessionsOf(inOrder: readonly CountedFrame[]): readonly Session[] {
  const sessions: Session[] = [];
  let session: Session = new Map();
  let highest = -1;
  for (const frame of inOrder) {
    const { frameCounter } = frame;
    if (session.size === 0 || isRestart(frameCounter, highest, session)) {
      session = new Map();
      sessions.push(session);
      highest = -1;
    }
    if (!session.has(frameCounter)) session.set(frameCounter, frame);
    highest = Math.max(highest, frameCounter);
  }
  return sessions;
}

function isRestart(counter: number, highest: number, session: Session): boolean {
  if (counter >= highest) return false;
  const first = session.keys().next().value ?? counter;
  return counter < first || highest - counter > OVERTAKEN || session.has(counter);
}

function gapsIn(session: Session): readonly FrameGap[] {
  const frames = [...session.values()].sort((a, b) => a.frameCounter - b.frameCounter);
  return frames.slice(1).flatMap((frame, at) => {
    const earlier = frames[at] ?? frame;
    const missing = frame.frameCounter - earlier.frameCounter - 1;
    if (missing < 1) return [];
    return {
      after: earlier.time,
      before: frame.time,
      firstMissing: earlier.frameCounter + 1,
      lastMissing: frame.frameCounter - 1,
      missing,
    };
  });
}
