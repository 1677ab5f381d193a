/** Whether the window is as a media query says. */
import { onScopeDispose, type Ref, shallowRef } from 'vue';

export function useMedia(query: string): Readonly<Ref<boolean>> {
  const media = matchMedia(query);
  const matches = shallowRef(media.matches);
  const follow = () => {
    matches.value = media.matches;
  };
  media.addEventListener('change', follow);
  onScopeDispose(() => media.removeEventListener('change', follow));
  return matches;
}
