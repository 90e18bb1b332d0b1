import { Textarea, type TextareaProps } from '@mantine/core';

interface Props extends Omit<TextareaProps, 'onChange' | 'value'> {
  readonly value: string;
  readonly onChange: (text: string) => void;
}

/** A text of several lines over the whole width of a form. */
export function LongText({ onChange, ...rest }: Props) {
  return (
    <Textarea
      autosize
      minRows={1}
      maxRows={6}
      maxLength={20_000}
      style={{ gridColumn: '1 / -1' }}
      onChange={(event) => onChange(event.currentTarget.value)}
      {...rest}
    />
  );
}
