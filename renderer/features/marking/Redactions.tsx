import { Button, Group, Text, Title } from '@mantine/core';
import { IconEyeOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Redaction } from '../../../electron/core/features/marking/model.ts';
import { useCommand } from '../../app/core.ts';
import { formatDate } from '../../app/format.ts';
import { useNavigation } from '../../app/route.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { useGroundText } from './ground.ts';
import type { MarksProps } from './MarksSection.tsx';
import classes from './marking.module.css';
import { RemoveWithReason } from './RemoveWithReason.tsx';
import { TermForm } from './TermForm.tsx';

interface Props extends MarksProps {
  readonly redactions: readonly Redaction[];
}

/** What is kept back of copies that leave the office, with its legal ground. The original is not touched. */
export function Redactions({ caseId, exhibit, readOnly, redactions }: Props) {
  const { t } = useTranslation('marking');
  const { go } = useNavigation();
  const groundText = useGroundText();
  const remove = useCommand('marking.unredact');
  return (
    <section>
      <Title order={3} className={classes.title}>
        {t('redactions')}
      </Title>
      <Text size="xs" c="dimmed">
        {t('redactionsHelp')}
      </Text>
      {redactions.map((each) => (
        <article key={each.id} className={classes.note}>
          <Group gap="sm">
            <IconEyeOff size={16} aria-hidden />
            <Text size="sm" fw={600}>
              {each.term === null
                ? t('area', { page: (each.area?.page ?? 0) + 1, count: each.area?.rects.length ?? 0 })
                : `«${each.term.text}»`}
            </Text>
            <Text size="sm">{groundText(each)}</Text>
          </Group>
          <Group gap="sm">
            {each.area !== null && (
              <Button
                variant="subtle"
                size="compact-xs"
                onClick={() =>
                  go({
                    screen: 'case',
                    case: caseId,
                    tab: 'evidence',
                    item: exhibit,
                    page: each.area?.page ?? 0,
                  })
                }
              >
                {t('regions.see')}
              </Button>
            )}
            <Text size="xs" c="dimmed">
              {each.author} · {formatDate(each.at)}
            </Text>
            {!readOnly && (
              <RemoveWithReason
                label={t('unredact')}
                pending={remove.isPending}
                onRemove={(reason) => remove.mutate({ case: caseId, exhibit, redaction: each.id, reason })}
              />
            )}
          </Group>
        </article>
      ))}
      {!readOnly && <TermForm caseId={caseId} exhibit={exhibit} />}
      {remove.error !== null && <ErrorNotice error={remove.error} />}
    </section>
  );
}
