import { Button, Group, Switch, Text } from '@mantine/core';
import { IconChevronLeft, IconChevronRight, IconPaperclip } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Look, MailPart } from '../../../../../electron/core/features/reading/model.ts';
import { formatBytes, formatMoment } from '../../../../app/format.ts';
import { FindBar } from '../FindBar.tsx';
import { ToolButton } from '../ToolButton.tsx';
import { useHighlights } from '../useHighlights.ts';
import { useSought } from '../useSought.ts';
import shared from '../Viewer.module.css';
import { Attachment } from './Attachment.tsx';
import classes from './look.module.css';

interface Props {
  readonly look: Extract<Look, { kind: 'mail' }>;
  readonly caseId: string;
  readonly exhibit: string;
  readonly onMessage: (message: number) => void;
}

/** A message as words: who wrote to whom when, and what. Nothing it points to is ever fetched. */
export function MailViewer({ look, caseId, exhibit, onMessage }: Props) {
  const { t } = useTranslation('viewers');
  const [all, setAll] = useState(false);
  const [open, setOpen] = useState<MailPart | null>(null);
  const [find, setFind] = useState(useSought().find);
  const body = useRef<HTMLElement>(null);
  const { mail, message, messages } = look;
  const marks = useHighlights(body, find, look);
  if (open !== null) {
    return (
      <Attachment
        caseId={caseId}
        exhibit={exhibit}
        message={message}
        part={open}
        onBack={() => setOpen(null)}
      />
    );
  }
  return (
    <div className={shared.viewer}>
      <Group className={shared.toolbar} gap="md" role="toolbar">
        {messages > 1 && (
          <Group gap={4}>
            <ToolButton
              label={t('mail.previous')}
              disabled={message === 0}
              onClick={() => onMessage(message - 1)}
            >
              <IconChevronLeft size={16} />
            </ToolButton>
            <Text size="xs">{t('mail.of', { message: message + 1, count: messages })}</Text>
            <ToolButton
              label={t('mail.next')}
              disabled={message + 1 >= messages}
              onClick={() => onMessage(message + 1)}
            >
              <IconChevronRight size={16} />
            </ToolButton>
          </Group>
        )}
        <Switch
          size="xs"
          label={t('mail.allHeaders')}
          checked={all}
          onChange={(event) => setAll(event.currentTarget.checked)}
        />
        <div className={classes.gap} />
        <FindBar text={find} onText={setFind} {...marks} />
      </Group>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard */}
      <section ref={body} className={shared.stage} tabIndex={0} aria-label={mail.subject}>
        <article className={classes.sheet}>
          <h3 className={classes.subject}>{mail.subject === '' ? t('mail.noSubject') : mail.subject}</h3>
          <dl className={classes.headers}>
            {all ? (
              mail.headers.map(({ name, value }, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a message's headers never change places
                <Header key={index} name={name} value={value} />
              ))
            ) : (
              <>
                <Header name={t('mail.from')} value={mail.from} />
                <Header name={t('mail.to')} value={mail.to} />
                <Header name={t('mail.date')} value={shownDate(mail.date)} />
              </>
            )}
          </dl>
          {mail.attachments.length > 0 && (
            <Group gap={6} my="sm">
              {mail.attachments.map((part) => (
                <Button
                  key={part.index}
                  variant="default"
                  size="compact-sm"
                  leftSection={<IconPaperclip size={14} />}
                  onClick={() => setOpen(part)}
                >
                  {part.name} · {formatBytes(part.size)}
                </Button>
              ))}
            </Group>
          )}
          <p className={classes.words}>{mail.text.trim() === '' ? t('mail.noText') : mail.text}</p>
        </article>
      </section>
    </div>
  );
}

function Header({ name, value }: { readonly name: string; readonly value: string }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </>
  );
}

/** A message may give no sound date: then what it says. */
function shownDate(date: string): string {
  return Number.isNaN(Date.parse(date)) ? date : formatMoment(new Date(date).toISOString());
}
