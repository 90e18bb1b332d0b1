import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useOfficeTerms } from '../../app/terms.ts';

/** The offences of the pack: those of trafficking first, then others, the former articles last and marked. */
export function useOffences() {
  const { t } = useTranslation('cases');
  const { pack, language } = useOfficeTerms();
  return useMemo(() => {
    const all = (pack?.offences ?? []).map((offence) => ({
      value: offence.id,
      label: `${offence.article} · ${offence.name[language]}`,
      group: offence.formerly
        ? t('offences.formerly')
        : offence.trafficking
          ? t('offences.trafficking')
          : t('offences.other'),
    }));
    const groups = [t('offences.trafficking'), t('offences.other'), t('offences.formerly')].map((group) => ({
      group,
      items: all.filter((each) => each.group === group).map(({ value, label }) => ({ value, label })),
    }));
    return { groups: groups.filter((each) => each.items.length > 0), options: all };
  }, [pack, language, t]);
}
