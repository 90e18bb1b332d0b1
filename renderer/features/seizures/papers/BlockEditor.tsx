import { ActionIcon, Button, Textarea } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Block } from '../../../../electron/core/features/seizures/papers/model.ts';
import classes from './papers.module.css';

interface Props {
  readonly block: Block;
  readonly onChange: (block: Block) => void;
}

/** One piece of the document, each text and cell of it open to the keyboard. */
export function BlockEditor({ block, onChange }: Props) {
  const { t } = useTranslation('papers');
  switch (block.type) {
    case 'facts':
      return (
        <table className={classes.table}>
          <tbody>
            {block.rows.map(([label, value], at) => (
              <tr key={label}>
                <th scope="row">{label}</th>
                <td>
                  <Cell
                    label={label}
                    value={value}
                    onChange={(text) =>
                      onChange({
                        ...block,
                        rows: block.rows.map((row, index) => (index === at ? ([label, text] as const) : row)),
                      })
                    }
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      );
    case 'table':
      return <TableEditor block={block} onChange={onChange} />;
    case 'signatures':
      return (
        <div className={classes.signatures}>
          {block.people.map((person, at) => {
            const put = (change: Partial<typeof person>) =>
              onChange({
                ...block,
                people: block.people.map((each, index) => (index === at ? { ...each, ...change } : each)),
              });
            return (
              // biome-ignore lint/suspicious/noArrayIndexKey: a line of signature is told by its place
              <div key={at} className={classes.signature}>
                <Cell label={t('signs')} value={person.name} onChange={(name) => put({ name })} />
                <Cell label={t('capacity')} value={person.under} onChange={(under) => put({ under })} />
              </div>
            );
          })}
        </div>
      );
    default:
      return (
        <Cell
          label={t(`piece.${block.type}`)}
          className={classes[block.type]}
          value={block.text}
          onChange={(text) => onChange({ ...block, text })}
        />
      );
  }
}

function TableEditor({
  block,
  onChange,
}: {
  readonly block: Extract<Block, { type: 'table' }>;
  readonly onChange: (block: Block) => void;
}) {
  const { t } = useTranslation('papers');
  const all = block.widths.reduce((sum, width) => sum + width, 0);
  const put = (rows: readonly (readonly string[])[]) => onChange({ ...block, rows });
  return (
    <div>
      <table className={classes.table}>
        <thead>
          <tr>
            {block.heads.map((head, at) => (
              <th key={head} style={{ width: `${((block.widths[at] ?? 1) / all) * 100}%` }}>
                {head}
              </th>
            ))}
            <th className={classes.tool} aria-label={t('removeRow')} />
          </tr>
        </thead>
        <tbody>
          {block.rows.map((row, line) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a row is told by its place
            <tr key={line}>
              {row.map((cell, column) => (
                <td key={block.heads[column]}>
                  <Cell
                    label={block.heads[column] ?? ''}
                    value={cell}
                    onChange={(text) =>
                      put(
                        block.rows.map((each, at) =>
                          at === line ? each.map((old, index) => (index === column ? text : old)) : each,
                        ),
                      )
                    }
                  />
                </td>
              ))}
              <td className={classes.tool}>
                <ActionIcon
                  size="xs"
                  variant="subtle"
                  color="gray"
                  aria-label={t('removeRow')}
                  title={t('removeRow')}
                  onClick={() => put(block.rows.filter((_row, at) => at !== line))}
                >
                  <IconX size={12} />
                </ActionIcon>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <Button
        size="compact-xs"
        variant="subtle"
        leftSection={<IconPlus size={12} />}
        onClick={() => put([...block.rows, block.heads.map(() => '')])}
      >
        {t('addRow')}
      </Button>
    </div>
  );
}

interface CellProps {
  readonly label: string;
  readonly value: string;
  readonly className?: string | undefined;
  readonly onChange: (text: string) => void;
}

function Cell({ label, value, className, onChange }: CellProps) {
  return (
    <Textarea
      variant="unstyled"
      autosize
      minRows={1}
      aria-label={label}
      value={value}
      classNames={{ input: [classes.cell, className].filter(Boolean).join(' ') }}
      data-gap={/_{10,}/.test(value) || undefined}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}

/** The same piece in the other language, as the register filled it. */
export function BlockReading({ block }: { readonly block: Block | undefined }) {
  if (block === undefined) return null;
  const rows =
    block.type === 'table'
      ? [block.heads, ...block.rows]
      : block.type === 'facts'
        ? block.rows
        : block.type === 'signatures'
          ? block.people.map(({ name, under }) => [name, under])
          : [[block.text]];
  return (
    <div className={classes.reading} lang="en" data-type={block.type}>
      {rows.map((row, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: read only, in the order of the piece
        <p key={at}>{row.join(' · ')}</p>
      ))}
    </div>
  );
}
