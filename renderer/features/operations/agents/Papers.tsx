import { ActionIcon, Button, Input, Select } from '@mantine/core';
import { IconPaperclip, IconX } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { EnvelopePaper } from '../../../../electron/core/features/operations/model.ts';
import classes from '../form/form.module.css';

interface Props {
  readonly papers: readonly EnvelopePaper[];
  readonly onChange: (papers: readonly EnvelopePaper[]) => void;
}

const kinds = ['photograph', 'consent', 'record', 'other'] as const;
const types = ['image/jpeg', 'image/png', 'application/pdf'] as const;
/** What the core takes of all papers together, in base64. */
const most = 2_500_000;

async function readPaper(file: File): Promise<EnvelopePaper | null> {
  const type = types.find((each) => each === file.type);
  if (type === undefined || file.size * 1.4 > most) return null;
  const address = await new Promise<string>((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(reader.error ?? new Error());
    reader.readAsDataURL(file);
  });
  const what = type === 'application/pdf' ? 'other' : 'photograph';
  // The file's name stays outside: it may be anything, and it is not asked for.
  return { what, title: '', type, content: address.slice(address.indexOf(',') + 1) };
}

/** Photograph and papers that name the agent: they go into the envelope, never among the exhibits. */
export function Papers({ papers, onChange }: Props) {
  const { t } = useTranslation('operations');
  const picker = useRef<HTMLInputElement>(null);
  const [refused, setRefused] = useState(false);
  const add = async (files: readonly File[]) => {
    const read = await Promise.all(files.map(readPaper));
    const next = [...papers, ...read.filter((each) => each !== null)];
    const fits = next.length <= 10 && next.reduce((sum, { content }) => sum + content.length, 0) <= most;
    setRefused(!fits || read.includes(null));
    if (fits) onChange(next);
  };
  return (
    <Input.Wrapper
      label={t('papers.title')}
      labelElement="div"
      description={t('papers.help')}
      error={refused ? t('papers.refused') : undefined}
    >
      <div className={classes.lines}>
        {papers.map((paper, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: papers have no name of their own
          <div key={at} className={classes.line}>
            <Select
              aria-label={t('papers.what', { at: at + 1 })}
              data={kinds.map((kind) => ({ value: kind, label: t(`papers.kind.${kind}`) }))}
              value={paper.what}
              allowDeselect={false}
              onChange={(value) => {
                const what = kinds.find((kind) => kind === value) ?? 'other';
                onChange(papers.map((each, index) => (index === at ? { ...each, what } : each)));
              }}
            />
            <ActionIcon
              color="gray"
              aria-label={t('removeLine', { what: t('papers.title'), at: at + 1 })}
              onClick={() => onChange(papers.filter((_, index) => index !== at))}
            >
              <IconX size={15} />
            </ActionIcon>
          </div>
        ))}
        <div>
          <input
            ref={picker}
            type="file"
            hidden
            multiple
            accept={types.join(',')}
            onChange={(event) => {
              void add([...(event.currentTarget.files ?? [])]);
              event.currentTarget.value = '';
            }}
          />
          <Button
            size="compact-xs"
            variant="subtle"
            leftSection={<IconPaperclip size={13} />}
            onClick={() => picker.current?.click()}
          >
            {t('papers.add')}
          </Button>
        </div>
      </div>
    </Input.Wrapper>
  );
}
