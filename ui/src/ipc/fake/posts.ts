/** Posts and their pictures. */
import type { AddedPictures, PostDraftView, PostView } from "..";
import { postDraft } from "../samples";
import { moved, row, type Answers, type Core } from "./core";

export interface PostsWorld {
  posts: PostView[];
  postDrafts: PostDraftView[];
  /** Small pictures of posts by name. */
  photos: Record<string, string>;
  /** What becomes of pictures that are chosen next. */
  picturesAdded: Pick<AddedPictures, "added" | "refused"> & { pictures: PostDraftView["pictures"] };
}

export const emptyPosts = (): PostsWorld => ({
  posts: [],
  postDrafts: [],
  photos: {},
  picturesAdded: { added: 0, refused: [], pictures: [] },
});

export function postsAnswers(core: Core): Answers {
  const { world } = core;
  const written = (id: string): PostDraftView => row(world.postDrafts, id);
  const changed = (id: string, part: Partial<PostDraftView>): PostDraftView => {
    const next = { ...written(id), updated_at: core.now, ...part };
    world.postDrafts = world.postDrafts.map((d) => (d.id === id ? next : d));
    return next;
  };
  return {
    posts: () => ({ posts: world.posts, drafts: world.postDrafts }),
    postDraft: written,
    newPost: () => {
      const begun = postDraft({ id: `new${world.postDrafts.length}`, text: "" });
      world.postDrafts = [begun, ...world.postDrafts];
      return begun;
    },
    editPost: (id: string) => {
      const { text = "", pictures = [] } = world.posts.find((p) => p.id === id) ?? {};
      world.postDrafts = [postDraft({ id, text, pictures, published: true }), ...world.postDrafts];
      return written(id);
    },
    savePost: (id: string, _shown: string, text: string) => changed(id, { text }),
    addPictures: (id: string) => {
      const { pictures, ...rest } = world.picturesAdded;
      return { ...rest, draft: changed(id, { pictures: [...written(id).pictures, ...pictures] }) };
    },
    pastePicture: (id: string) => changed(id, { pictures: [...written(id).pictures, ...world.picturesAdded.pictures] }),
    movePicture: (id: string, which: string, before: string | null) =>
      changed(id, { pictures: moved(written(id).pictures, which, before) }),
    describePicture: (id: string, which: string, _shown: string, alt: string) =>
      changed(id, { pictures: written(id).pictures.map((p) => (p.id === which ? { ...p, alt } : p)) }),
    removePicture: (id: string, which: string) =>
      changed(id, { pictures: written(id).pictures.filter((p) => p.id !== which) }),
    restorePicture: written,
    publishPost: (id: string) => {
      world.postDrafts = world.postDrafts.filter((d) => d.id !== id);
      return world.posts[0];
    },
    deletePost: (id: string) => void (world.posts = world.posts.filter((p) => p.id !== id)),
    deletePostDraft: (id: string) => void (world.postDrafts = world.postDrafts.filter((d) => d.id !== id)),
    pictureStills: (names: string[]) => names.map((image) => ({ image, still: world.photos[image] ?? null })),
  };
}
