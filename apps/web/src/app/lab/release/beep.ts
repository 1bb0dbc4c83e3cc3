/** How a scan sounds: right, wrong. */
const SOUNDS = {
  right: { hertz: 1320, times: 1 },
  wrong: { hertz: 220, times: 2 },
} as const;

const LENGTH_SECONDS = 0.12;
const PAUSE_SECONDS = 0.08;

let player: AudioContext | undefined;

/** Beeps and shakes the phone, for people who look at the item and not at the screen. */
export function beep(how: keyof typeof SOUNDS): void {
  const { hertz, times } = SOUNDS[how];
  navigator.vibrate?.(how === "right" ? 40 : [80, 60, 80]);
  try {
    player ??= new AudioContext();
    void player.resume();
    for (let at = 0; at < times; at++) play(player, hertz, at * (LENGTH_SECONDS + PAUSE_SECONDS));
  } catch {
    // Without sound the words on the screen remain.
  }
}

function play(context: AudioContext, hertz: number, after: number): void {
  const tone = context.createOscillator();
  const volume = context.createGain();
  volume.gain.value = 0.15;
  tone.frequency.value = hertz;
  tone.connect(volume).connect(context.destination);
  tone.start(context.currentTime + after);
  tone.stop(context.currentTime + after + LENGTH_SECONDS);
}
