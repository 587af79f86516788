import { addInternalMessage } from '../app/addInternalMessage';
import { sendMessage } from '../app/answerCustomer';
import { blockContact, unblockContact } from '../app/blockContact';
import { listTemplates } from '../app/listTemplates';
import { markSeen } from '../app/markSeen';
import { fetchFileAgain } from '../app/fetchFileAgain';
import { replayEffect } from '../app/replayEffect';
import { saveDraft } from '../app/saveDraft';
import { resendMessage } from '../app/resendMessage';
import { addNumber } from '../app/settings/addNumber';
import { checkConnection } from '../app/settings/checkConnection';
import { choosePreset } from '../app/settings/choosePreset';
import { connectProvider } from '../app/settings/connectProvider';
import { dismissUnclaimed } from '../app/settings/dismissUnclaimed';
import { endFormerCredentials } from '../app/settings/endFormerCredentials';
import { removeConnection } from '../app/settings/removeConnection';
import { removeNumber } from '../app/settings/removeNumber';
import { replaceCredentials } from '../app/settings/replaceCredentials';
import { saveCustomerDomain } from '../app/settings/saveCustomerDomain';
import { saveRules } from '../app/settings/saveRules';
import { saveTimeZone } from '../app/settings/saveTimeZone';
import { saveVerification } from '../app/settings/saveVerification';
import { triageConversation } from '../app/settings/triageConversation';
import { viewSettings } from '../app/settings/viewSettings';
import { viewTemplates } from '../app/settings/viewTemplates';
import {
  activateConversation,
  closeConversation,
  lockConversation,
  pauseConversation,
  reopenConversation,
  unlockConversation,
} from '../app/orderConversation';
import { sendAddedFiles } from '../app/sendAddedFiles';
import { sendCorrection } from '../app/sendCorrection';
import { sendTemplate } from '../app/sendTemplate';
import { startConversation } from '../app/startConversation';
import { viewPanel } from '../app/viewPanel';
import { viewConversation } from '../app/viewConversation';
import type { CallTable } from './answerCall';

/** What each call of the contract runs. Who may call it stands in `contract/calls.ts`. */
export const callTable: CallTable = {
  viewConversation,
  saveDraft,
  sendMessage,
  listTemplates,
  sendTemplate,
  resendMessage,
  sendCorrection,
  sendAddedFiles,
  addInternalMessage,
  viewPanel,
  startConversation,
  markSeen,
  fetchFileAgain,
  replayEffect,
  closeConversation,
  reopenConversation,
  pauseConversation,
  activateConversation,
  lockConversation,
  unlockConversation,
  blockContact,
  unblockContact,
  viewSettings,
  connectProvider,
  replaceCredentials,
  endFormerCredentials,
  saveVerification,
  checkConnection,
  removeConnection,
  addNumber,
  removeNumber,
  viewTemplates,
  dismissUnclaimed,
  saveRules,
  triageConversation,
  choosePreset,
  saveTimeZone,
  saveCustomerDomain,
};
