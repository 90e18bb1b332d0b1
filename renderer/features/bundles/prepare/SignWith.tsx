import { Button, Checkbox, Group, PasswordInput, Stack, Text } from '@mantine/core';
import { IconCertificate } from '@tabler/icons-react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';

/** The person's certificate for one export: by a handle that works once, and its password. */
export interface Signature {
  readonly file: { readonly handle: string; readonly label: string } | null;
  readonly password: string;
  readonly visible: boolean;
}

/** Whether nothing is to be signed, or all that signing takes is there. */
export function isReady(signature: Signature | null): boolean {
  return signature === null || (signature.file !== null && signature.password !== '');
}

/** As the core takes it. */
export function signOf({ file, password, visible }: Signature) {
  return { file: file?.handle ?? '', password, visible };
}

interface Props {
  readonly value: Signature | null;
  /** The last try failed: the certificate must be chosen anew. */
  readonly again: boolean;
  onChange(signature: Signature | null): void;
}

/** Signs the PDFs with the person's own certificate, where they want it. */
export function SignWith({ value, again, onChange }: Props) {
  const { t } = useTranslation('bundles');
  const picker = useRef<HTMLInputElement>(null);
  const claim = async (files: readonly File[]) => {
    const [file] = await window.custodia.claim(files);
    if (file !== undefined && value !== null)
      onChange({ ...value, file: { handle: file.handle, label: file.name } });
  };
  return (
    <Stack gap={8}>
      <Checkbox
        size="xs"
        checked={value !== null}
        onChange={(event) =>
          onChange(event.currentTarget.checked ? { file: null, password: '', visible: true } : null)
        }
        label={t('form.sign')}
        description={t('form.signHelp')}
      />
      {value !== null && (
        <Stack gap={8} pl={26}>
          <Group gap="xs" wrap="nowrap">
            <IconCertificate size={18} stroke={1.5} />
            <Text size="sm" flex={1} truncate title={value.file?.label}>
              {value.file?.label ?? t('form.noCertificate')}
            </Text>
            <Button size="compact-sm" variant="default" onClick={() => picker.current?.click()}>
              {t('form.chooseCertificate')}
            </Button>
            <input
              ref={picker}
              type="file"
              accept=".p12,.pfx"
              hidden
              aria-hidden
              tabIndex={-1}
              onChange={({ currentTarget: input }) => {
                const files = [...(input.files ?? [])];
                input.value = '';
                void claim(files);
              }}
            />
          </Group>
          {again && value.file === null && (
            <Text size="xs" c="dimmed">
              {t('form.certificateAgain')}
            </Text>
          )}
          <PasswordInput
            label={t('form.certificatePassword')}
            size="xs"
            autoComplete="off"
            value={value.password}
            onChange={(event) => onChange({ ...value, password: event.currentTarget.value })}
          />
          <Checkbox
            size="xs"
            checked={value.visible}
            onChange={(event) => onChange({ ...value, visible: event.currentTarget.checked })}
            label={t('form.visibleSignature')}
          />
        </Stack>
      )}
    </Stack>
  );
}
