export { count } from '../../../shared/matching/words.ts';
