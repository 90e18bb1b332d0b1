import { TextInput } from '@mantine/core';
import { useState } from 'react';

interface Props {
  readonly label: string;
  readonly value: string;
  readonly placeholder: string;
  readonly onDone: (value: string | null) => void;
}

/** A title that is written in its place: Enter or leaving it keeps it, Escape leaves it as it was. */
export function TitleField({ label, value, placeholder, onDone }: Props) {
  const [text, setText] = useState(value);
  return (
    <TextInput
      size="xs"
      flex={1}
      autoFocus
      // What is written takes the place of what stands there.
      onFocus={(event) => event.currentTarget.select()}
      aria-label={label}
      placeholder={placeholder}
      maxLength={200}
      value={text}
      onChange={(event) => setText(event.currentTarget.value)}
      onBlur={() => onDone(text.trim())}
      onKeyDown={(event) => {
        if (event.key === 'Enter') onDone(text.trim());
        if (event.key === 'Escape') onDone(null);
        event.stopPropagation();
      }}
    />
  );
}
