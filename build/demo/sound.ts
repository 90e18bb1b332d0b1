import { seededRandom } from './random.ts';

const samplesPerSecond = 16_000;

/** A WAV file: mono, 16 bits, from samples between -1 and 1. */
export function wav(samples: readonly number[]): Buffer {
  const data = Buffer.alloc(samples.length * 2);
  samples.forEach((sample, index) => {
    data.writeInt16LE(Math.round(Math.max(-1, Math.min(1, sample)) * 32_767), index * 2);
  });
  const head = Buffer.alloc(44);
  head.write('RIFF', 0, 'latin1');
  head.writeUInt32LE(36 + data.length, 4);
  head.write('WAVEfmt ', 8, 'latin1');
  head.writeUInt32LE(16, 16);
  head.writeUInt16LE(1, 20);
  head.writeUInt16LE(1, 22);
  head.writeUInt32LE(samplesPerSecond, 24);
  head.writeUInt32LE(samplesPerSecond * 2, 28);
  head.writeUInt16LE(2, 32);
  head.writeUInt16LE(16, 34);
  head.write('data', 36, 'latin1');
  head.writeUInt32LE(data.length, 40);
  return Buffer.concat([head, data]);
}

/** A triangle wave of period one: unlike a sine it is the same to the last bit on every machine. */
function wave(phase: number): number {
  const turn = phase - Math.floor(phase);
  return turn < 0.5 ? 4 * turn - 1 : 3 - 4 * turn;
}

/** Sewing machines heard through a wall: the hum of the mains, three machines that start and stop, a door. */
export function workshopSound(seconds: number): Buffer {
  const random = seededRandom(417);
  const machines = [
    { stitches: 19, tone: 210, from: 0.4, every: 5.1, runs: 3.2, loud: 0.3 },
    { stitches: 23, tone: 247, from: 2.1, every: 4.3, runs: 1.9, loud: 0.22 },
    { stitches: 15, tone: 174, from: 1.2, every: 7.7, runs: 4.6, loud: 0.16 },
  ];
  let rumble = 0;
  const samples = Array.from({ length: seconds * samplesPerSecond }, (_, index) => {
    const time = index / samplesPerSecond;
    rumble = rumble * 0.97 + (random() - 0.5) * 0.03;
    const running = machines.map(({ stitches, tone, from, every, runs, loud }) => {
      const into = (time - from) % every;
      if (time < from || into > runs) return 0;
      const swell = Math.min(1, into * 4, (runs - into) * 4);
      const needle = (1 - ((time * stitches) % 1)) ** 3;
      return loud * swell * (0.5 * wave(time * tone) * needle + 0.4 * needle * (random() - 0.5));
    });
    const sinceDoor = time - seconds * 0.7;
    const door = sinceDoor > 0 && sinceDoor < 0.25 ? (random() - 0.5) * (1 - sinceDoor * 4) : 0;
    return 0.05 * wave(time * 50) + 0.6 * rumble + running.reduce((sum, one) => sum + one, 0) + door;
  });
  return wav(samples);
}
