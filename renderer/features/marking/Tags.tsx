import { Badge, Group, TagsInput, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Tag } from '../../../electron/core/features/marking/model.ts';
import { useCommand, useCore } from '../../app/core.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import type { MarksProps } from './MarksSection.tsx';
import classes from './marking.module.css';

/** The words of the case that stand on this exhibit; the same word in another spelling is the same. */
export function Tags({ caseId, exhibit, readOnly, tags }: MarksProps & { readonly tags: readonly Tag[] }) {
  const { t } = useTranslation('marking');
  const { data } = useCore('marking.inCase', { case: caseId });
  const tag = useCommand('marking.tag');
  const words = tags.map((each) => each.word);
  const change = (next: readonly string[]) => {
    const add = next.filter((word) => !words.includes(word));
    const remove = words.filter((word) => !next.includes(word));
    if (add.length + remove.length > 0) tag.mutate({ case: caseId, exhibit, add, remove });
  };
  return (
    <section>
      <Title order={3} className={classes.title}>
        {t('tags')}
      </Title>
      {readOnly ? (
        <Group gap={6}>
          {tags.map((each) => (
            <Badge key={each.word} color={each.colour} variant="light">
              {each.word}
            </Badge>
          ))}
        </Group>
      ) : (
        <TagsInput
          size="sm"
          aria-label={t('tags')}
          placeholder={t('tagAdd')}
          data={data?.tags.map((each) => each.word) ?? []}
          value={words}
          onChange={change}
          maxTags={50}
        />
      )}
      {tag.error !== null && <ErrorNotice error={tag.error} />}
    </section>
  );
}
