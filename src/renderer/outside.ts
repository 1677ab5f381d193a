/** Addresses outside of Paralel: opened only after the reader has been asked, by the shell or by this window. */
import { shallowRef } from 'vue';
import { shownAddress } from '../shared/policies/outside';
import { call } from './client';

/** The address that this window asks about; see components/frame/OutsideDialog.vue. */
export const askedOutside = shallowRef<string>();

/** @throws AppError 'link.refused' */
export async function openOutside(address: string): Promise<void> {
  const { state } = await call('shell.open-outside', { url: address });
  if (state === 'ask') askedOutside.value = shownAddress(address);
}
