import { TextInput } from '@mantine/core';
import { type ReactNode, useEffect, useState } from 'react';
import { clockTime, parseClock } from '../../../components/clock-time.ts';

interface Props {
  readonly label: string;
  readonly value: number;
  readonly wrong: boolean;
  /** The button that takes the recording's moment. */
  readonly here: ReactNode;
  readonly onChange: (seconds: number) => void;
}

/** A moment of a recording, typed as a clock shows it. What is no moment is put back when the field is left. */
export function TimeField({ label, value, wrong, here, onChange }: Props) {
  const [text, setText] = useState(clockTime(value));
  useEffect(() => {
    // Another way of writing the same moment is left as it is typed.
    setText((now) => (parseClock(now) === value ? now : clockTime(value)));
  }, [value]);
  return (
    <TextInput
      size="xs"
      w={136}
      aria-label={label}
      title={label}
      error={wrong || parseClock(text) === null}
      value={text}
      rightSection={here}
      onChange={(event) => {
        setText(event.currentTarget.value);
        const seconds = parseClock(event.currentTarget.value);
        if (seconds !== null) onChange(seconds);
      }}
      onBlur={() => setText(clockTime(value))}
    />
  );
}
