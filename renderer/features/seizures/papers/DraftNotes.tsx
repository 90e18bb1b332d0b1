import { Badge, Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { PaperDraft } from '../../../../electron/core/features/seizures/papers/model.ts';

/** What the register does not know, and which law the document names that nobody has confirmed. */
export function DraftNotes({ draft }: { readonly draft: PaperDraft }) {
  const { t, i18n } = useTranslation('papers');
  const language = i18n.language.startsWith('en') ? 'en' : 'es';
  const { gaps, template } = draft;
  const open = template.references.filter(({ status }) => status === 'toConfirm');
  return (
    <Stack gap={6}>
      {gaps.length > 0 && (
        <Group gap={6}>
          <Text size="sm" fw={600}>
            {t('gaps')}
          </Text>
          {gaps.map(({ fact, label, times }) => (
            <Badge key={fact} color="warning" variant="light" tt="none" fw={500}>
              {times === 1 ? label[language] : `${label[language]} × ${times}`}
            </Badge>
          ))}
        </Group>
      )}
      {template.status === 'toConfirm' && (
        <Text size="xs" c="dimmed">
          {t('wording')}
        </Text>
      )}
      {open.map(({ id, text, source }) => (
        <Text key={id} size="xs" c="dimmed">
          <Badge size="xs" color="warning" variant="outline" mr={6} tt="none">
            {t('toConfirm')}
          </Badge>
          {text[language]} — {source}
        </Text>
      ))}
    </Stack>
  );
}
