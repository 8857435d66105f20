/** The pictures of what a child is told and asked before it begins, by the names studies give them. */
import { NO_PICTURE, type Picture } from '#picture/shape.ts';
import answerAllSee from '#ui/icons/answer-all-see.svg?shapes';
import answerCanStop from '#ui/icons/answer-can-stop.svg?shapes';
import answerMustGoOn from '#ui/icons/answer-must-go-on.svg?shapes';
import answerTeamSees from '#ui/icons/answer-team-sees.svg?shapes';
import cardChoose from '#ui/icons/card-choose.svg?shapes';
import cardInvite from '#ui/icons/card-invite.svg?shapes';
import cardKeep from '#ui/icons/card-keep.svg?shapes';
import cardSecret from '#ui/icons/card-secret.svg?shapes';
import cardStop from '#ui/icons/card-stop.svg?shapes';
import cardStudy from '#ui/icons/card-study.svg?shapes';
import cardVoice from '#ui/icons/card-voice.svg?shapes';
import cardWhoSees from '#ui/icons/card-who-sees.svg?shapes';

const PICTURES: Readonly<Record<string, Picture>> = {
  'card-choose': cardChoose,
  'card-invite': cardInvite,
  'card-keep': cardKeep,
  'card-secret': cardSecret,
  'card-stop': cardStop,
  'card-study': cardStudy,
  'card-voice': cardVoice,
  'card-who-sees': cardWhoSees,
  'answer-all-see': answerAllSee,
  'answer-can-stop': answerCanStop,
  'answer-must-go-on': answerMustGoOn,
  'answer-team-sees': answerTeamSees,
};

/** The picture of a card or a choice; a study that names one nobody drew is told by words and voice alone. */
export function cardPicture(name: string): Picture {
  return PICTURES[name] ?? NO_PICTURE;
}
