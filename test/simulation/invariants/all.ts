import type { Invariant } from '../books';
import { answersAreWhole, everyFileIsARow, quotesAreMeant } from './answers';
import { archivedIsClosed } from './archived';
import { automaticTextsCoolDown, noticedOncePerEpisode } from './automatic';
import { barredMeansBarred, blockedOpensNothing } from './barred';
import { changedStaysStored, changesAreRows, changesOpenNothing } from './changes';
import {
  commentsHaveAFate,
  correctedOnRequest,
  portalCommentsAreRows,
  sentAgainStandsOnce,
  withdrawnStaysInside,
} from './comments';
import { filesAreAttachedOnce } from './files';
import { copiedOnce, inOrder, storedOnce, wellAgain } from './inbound';
import { deadLettersAreListed } from './deadLetters';
import { lateAreFollowed } from './late';
import { nothingInALockedConversation } from './locked';
import { stopIsHeeded } from './optOut';
import {
  answersArrive,
  answersStandInJira,
  internalStaysInside,
  neverBackwards,
  nothingOutsideTheWindow,
  sentMeansSent,
  sentOnce,
  toldMeansSent,
} from './outbound';
import { booksAddUp, refusalsAreTold } from './received';
import { nothingIsStoredThatNobodyWrote, sequencesAddUp, transcriptsTellOnce } from './numbers';
import { leftMeansLeft, nothingToALeftPhone, pausedHearsNothing } from './phones';
import {
  doneIsClosed,
  everyConversationHasARequest,
  everyMessageHasAConversation,
  noTimerIsOverdue,
  nothingPending,
  oneActive,
  oneRequest,
} from './requests';
import { staffIsRetold } from './staff';
import { decidedMeansDone, nothingBeforeTheDecision, oneConversationARequest, waitingIsListed } from './triage';
import { newerIsLeftAlone, nothingInvented, timeIsMonotone } from './sanity';

export const INVARIANTS: readonly Invariant[] = [
  booksAddUp,
  refusalsAreTold,
  storedOnce,
  copiedOnce,
  inOrder,
  filesAreAttachedOnce,
  changesAreRows,
  changedStaysStored,
  changesOpenNothing,
  wellAgain,
  oneActive,
  oneRequest,
  everyConversationHasARequest,
  everyMessageHasAConversation,
  doneIsClosed,
  archivedIsClosed,
  nothingPending,
  deadLettersAreListed,
  noTimerIsOverdue,
  sentOnce,
  sentMeansSent,
  toldMeansSent,
  answersArrive,
  answersAreWhole,
  quotesAreMeant,
  everyFileIsARow,
  internalStaysInside,
  answersStandInJira,
  neverBackwards,
  nothingOutsideTheWindow,
  stopIsHeeded,
  nothingToALeftPhone,
  leftMeansLeft,
  pausedHearsNothing,
  lateAreFollowed,
  barredMeansBarred,
  nothingInALockedConversation,
  blockedOpensNothing,
  correctedOnRequest,
  withdrawnStaysInside,
  staffIsRetold,
  portalCommentsAreRows,
  commentsHaveAFate,
  sentAgainStandsOnce,
  nothingBeforeTheDecision,
  decidedMeansDone,
  waitingIsListed,
  oneConversationARequest,
  automaticTextsCoolDown,
  noticedOncePerEpisode,
  sequencesAddUp,
  nothingIsStoredThatNobodyWrote,
  transcriptsTellOnce,
  timeIsMonotone,
  nothingInvented,
  newerIsLeftAlone,
];
