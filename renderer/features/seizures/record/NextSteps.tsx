import { Button, Group, Menu, Text, Tooltip } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type {
  AssetStage,
  AssetStep,
  FurtherEvent,
  StepOffer,
} from '../../../../electron/core/features/seizures/model.ts';
import { useMay } from '../../../app/session.ts';
import { StepDialog } from '../steps/StepDialog.tsx';
import classes from './record.module.css';
import type { OfRecord } from './types.ts';

type Further = Exclude<FurtherEvent, 'settleClaim'>;
const further: readonly Further[] = ['check', 'cost', 'value', 'account', 'claim'];

/** What mostly comes next, to be found first. */
const usual: Readonly<Partial<Record<AssetStage, AssetStep>>> = {
  identified: 'request',
  requested: 'order',
  ordered: 'execute',
  executed: 'administer',
  registered: 'administer',
};

/** What may come next, each as a button; what needs a prosecutor says so. */
export function NextSteps({ caseId, asset }: OfRecord) {
  const { t } = useTranslation('seizures');
  const mayWrite = useMay('seizure.write');
  const mayDecide = useMay('seizure.decide');
  const [asked, setAsked] = useState<StepOffer | Further | null>(null);
  if (!mayWrite && !mayDecide) return null;
  const may = ({ decides }: StepOffer) => (decides ? mayDecide : mayWrite);
  const isSplit = asset.stage === 'split';
  return (
    <section className={classes.box} data-next>
      <div className={classes.head}>
        <h3 className={classes.title}>{t('next.title')}</h3>
        {mayWrite && !isSplit && (
          <Menu position="bottom-end">
            <Menu.Target>
              <Button size="compact-xs" variant="subtle" leftSection={<IconDots size={14} />}>
                {t('next.more')}
              </Button>
            </Menu.Target>
            <Menu.Dropdown>
              {further.map((type) => (
                <Menu.Item key={type} onClick={() => setAsked(type)}>
                  {t(`do.${type}`)}
                </Menu.Item>
              ))}
            </Menu.Dropdown>
          </Menu>
        )}
      </div>
      {asset.offers.length === 0 ? (
        <Text size="sm" c="dimmed">
          {t(asset.stageConflict ? 'next.conflict' : 'next.none')}
        </Text>
      ) : (
        <Group gap={6} mt={6}>
          {asset.offers.map((offer) => (
            <Tooltip key={offer.step} label={may(offer) ? t(`help.${offer.step}`) : t('next.prosecutor')}>
              <Button
                size="compact-sm"
                variant={usual[asset.stage] === offer.step ? 'filled' : 'default'}
                {...(may(offer) ? {} : { 'data-disabled': true })}
                onClick={() => {
                  if (may(offer)) setAsked(offer);
                }}
              >
                {t(`do.${offer.step}`)}
              </Button>
            </Tooltip>
          ))}
        </Group>
      )}
      {asked !== null && (
        <StepDialog
          caseId={caseId}
          asset={asset}
          {...(typeof asked === 'string' ? { type: asked } : { type: asked.step, offer: asked })}
          onClose={() => setAsked(null)}
        />
      )}
    </section>
  );
}
