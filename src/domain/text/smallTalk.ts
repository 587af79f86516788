import { typedText, type Content } from '../content';

/** Longer messages say more than thanks. */
const MOST_WORDS = 6;

/** Words of which a thanks or a farewell is made, by language; ours, grown from what customers write. */
const WORDS: Readonly<Record<string, string>> = {
  en: 'thanks thank thx ty you u so very much many a lot ok okay great perfect super cool nice fine good bye goodbye cheers all got it understood works now day evening weekend have',
  de: 'danke dankeschön vielen dank lieben herzlichen sehr schön super prima toll gut alles klar ok tschüss ciao bis bald schönen tag abend passt perfekt',
  fr: 'merci beaucoup bien super parfait top ok au revoir bonne journée soirée très',
  es: 'gracias muchas mil ok vale perfecto genial adiós hasta luego bien buen día',
  pt: 'obrigado obrigada muito ok perfeito ótimo valeu tchau bom dia',
  it: 'grazie mille tante ok perfetto ottimo bene ciao buona giornata serata',
  nl: 'bedankt dank je u wel ok prima top super fijne dag doei',
  hr: 'hvala puno vam ti lijepa ok super odlično u redu bok doviđenja ugodan dan',
};
/** One of these makes it thanks or a farewell; the others only stand beside them. */
const KERNELS = new Set(
  (
    'thanks thank thx ty ok okay great perfect super cool bye goodbye cheers understood danke dankeschön dank prima toll ' +
    'klar tschüss ciao perfekt passt merci parfait top revoir gracias vale perfecto genial adiós obrigado obrigada perfeito ' +
    'valeu tchau grazie perfetto ottimo bedankt doei hvala odlično bok doviđenja'
  ).split(' '),
);
const KNOWN = new Set(Object.values(WORDS).flatMap((words) => words.split(' ')));

/** Emoji with their joiners and skin tones, and the signs of a friendly sentence. */
const NO_WORDS = /\p{Extended_Pictographic}|\p{Emoji_Modifier}|\u200d|\ufe0f|[.,!;:)(\-–'’"]/gu;

/**
 * Does the message only thank, agree or say goodbye, in words or emoji? A question mark, a digit, or one word that is not
 * in the list makes it something to answer.
 */
export function isSmallTalk(content: Content): boolean {
  if (content.kind !== 'text') return false;
  const text = (typedText(content) ?? '').normalize('NFC').toLowerCase();
  const words = text.replace(NO_WORDS, ' ').split(/\s+/).filter(Boolean);
  if (words.length === 0) return /\p{Extended_Pictographic}/u.test(text);
  return (
    words.length <= MOST_WORDS && words.every((word) => KNOWN.has(word)) && words.some((word) => KERNELS.has(word))
  );
}
