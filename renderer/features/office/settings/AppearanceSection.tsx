import { SegmentedControl, useMantineColorScheme } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Section } from './Section.tsx';

const schemes = ['light', 'dark', 'auto'] as const;

/** Light, dark, or as the computer is set. */
export function AppearanceSection() {
  const { t } = useTranslation('office');
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <Section title={t('settings.appearance')}>
      <SegmentedControl
        mt={4}
        aria-label={t('settings.appearance')}
        data={schemes.map((value) => ({ value, label: t(`scheme.${value}`) }))}
        value={colorScheme}
        onChange={setColorScheme}
      />
    </Section>
  );
}
