import { Button, Group, Text, UnstyledButton } from '@mantine/core';
import { IconArrowsMove, IconBoxMultiple, IconCameraPlus, IconPhoto } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ExhibitDetail } from '../../../../electron/core/features/evidence/model.ts';
import { useCore } from '../../../app/core.ts';
import { useMay } from '../../../app/session.ts';
import { ErrorNotice } from '../../../components/ErrorNotice.tsx';
import { exhibitNumber } from '../../../components/exhibit-number.ts';
import { AttachDialog } from '../attach/AttachDialog.tsx';
import { useAttach } from '../attach/useAttach.ts';
import classes from '../exhibit/exhibit.module.css';
import { useOpenExhibit } from '../useOpenExhibit.ts';
import { ExhibitIcon } from './CategoryIcon.tsx';
import own from './items.module.css';
import { Photo } from './Photo.tsx';
import { PlaceDialog } from './PlaceDialog.tsx';
import { RecordItem } from './RecordItem.tsx';

interface Props {
  readonly caseId: string;
  readonly exhibit: ExhibitDetail;
  readonly past: boolean;
}

/** What the exhibit is inside of and what is inside of it; photographs of an item as pictures. */
export function Inside({ caseId, exhibit, past }: Props) {
  const { t } = useTranslation('items');
  const { open } = useOpenExhibit(caseId, undefined);
  const [dialog, setDialog] = useState<'record' | 'place' | null>(null);
  const [showsPhotos, setShowsPhotos] = useState(false);
  const picker = useRef<HTMLInputElement>(null);
  const attach = useAttach();
  const mayAttach = useMay('evidence.attach') && !past;
  const mayPlace = useMay('case.amend') && !past;
  const { data } = useCore(
    'evidence.list',
    {
      case: caseId,
      inside: exhibit.id,
      tree: true,
      sort: 'number',
      descending: false,
      offset: 0,
      limit: 500,
    },
    { enabled: exhibit.inside > 0 && !past },
  );
  const rows = data?.rows ?? [];
  const photos = rows.filter((row) => row.parent === exhibit.id && row.viewer === 'image');
  const { parent, parentNumber, item } = exhibit;

  return (
    <section className={classes.section}>
      <h3 className={classes.title}>{t('inside.title', { count: exhibit.inside })}</h3>
      {parent !== null && parentNumber !== null && (
        <Group gap={6}>
          <Text size="sm" c="dimmed">
            {t('inside.of')}
          </Text>
          <Button size="compact-sm" variant="subtle" onClick={() => open(parent)}>
            {exhibitNumber(parentNumber)}
          </Button>
        </Group>
      )}
      {rows.length > 0 && (
        <ul className={own.inside}>
          {rows.map((row) => (
            <li key={row.id} style={{ paddingInlineStart: row.depth * 20 }}>
              <UnstyledButton className={own.child} onClick={() => open(row.id)}>
                <ExhibitIcon of={row} size={16} />
                <Text span size="sm" fw={600}>
                  {exhibitNumber(row.number)}
                </Text>
                <Text span size="sm" truncate title={row.name}>
                  {row.name}
                </Text>
              </UnstyledButton>
            </li>
          ))}
        </ul>
      )}
      {exhibit.inside === 0 && item !== null && (
        <Text size="sm" c="dimmed">
          {t('inside.none')}
        </Text>
      )}
      {showsPhotos && (
        <div className={own.photos}>
          {photos.map((row) => (
            <Photo key={row.id} caseId={caseId} row={row} onOpen={() => open(row.id)} />
          ))}
        </div>
      )}
      <Group gap={6}>
        {photos.length > 0 && !showsPhotos && (
          <Button
            size="compact-sm"
            variant="default"
            leftSection={<IconPhoto size={14} />}
            onClick={() => setShowsPhotos(true)}
          >
            {t('inside.showPhotos', { count: photos.length })}
          </Button>
        )}
        {mayAttach && item !== null && (
          <>
            <Button
              size="compact-sm"
              variant="default"
              leftSection={<IconCameraPlus size={14} />}
              onClick={() => picker.current?.click()}
            >
              {t('inside.addPhotos')}
            </Button>
            <Button
              size="compact-sm"
              variant="default"
              leftSection={<IconBoxMultiple size={14} />}
              onClick={() => setDialog('record')}
            >
              {t('inside.addItem')}
            </Button>
          </>
        )}
        {mayPlace && (
          <Button
            size="compact-sm"
            variant="default"
            leftSection={<IconArrowsMove size={14} />}
            onClick={() => setDialog('place')}
          >
            {t('inside.move')}
          </Button>
        )}
      </Group>
      <input
        ref={picker}
        type="file"
        multiple
        hidden
        aria-hidden
        tabIndex={-1}
        onChange={(event) => {
          attach.add(event.currentTarget.files);
          event.currentTarget.value = '';
        }}
      />
      {attach.error !== null && <ErrorNotice error={attach.error} onClose={attach.forgetError} />}
      {attach.offered.length > 0 && (
        <AttachDialog
          caseId={caseId}
          parent={exhibit.id}
          files={attach.offered}
          onMore={() => picker.current?.click()}
          onRemove={attach.remove}
          onClose={attach.clear}
        />
      )}
      {dialog === 'record' && (
        <RecordItem caseId={caseId} inside={exhibit} onClose={() => setDialog(null)} onRecorded={open} />
      )}
      {dialog === 'place' && (
        <PlaceDialog caseId={caseId} exhibit={exhibit} onClose={() => setDialog(null)} />
      )}
    </section>
  );
}
