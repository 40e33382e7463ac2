/** The icons with a meaning of their own. */
import type { Component } from "svelte";
import BriefcaseBusiness from "@lucide/svelte/icons/briefcase-business";
import CircleAlert from "@lucide/svelte/icons/circle-alert";
import Cloud from "@lucide/svelte/icons/cloud";
import CloudUpload from "@lucide/svelte/icons/cloud-upload";
import Copy from "@lucide/svelte/icons/copy";
import Ellipsis from "@lucide/svelte/icons/ellipsis";
import ExternalLink from "@lucide/svelte/icons/external-link";
import Film from "@lucide/svelte/icons/film";
import GripVertical from "@lucide/svelte/icons/grip-vertical";
import House from "@lucide/svelte/icons/house";
import NotebookPen from "@lucide/svelte/icons/notebook-pen";
import Pause from "@lucide/svelte/icons/pause";
import Pencil from "@lucide/svelte/icons/pencil";
import Play from "@lucide/svelte/icons/play";
import Plug from "@lucide/svelte/icons/plug";
import Plus from "@lucide/svelte/icons/plus";
import RefreshCw from "@lucide/svelte/icons/refresh-cw";
import Search from "@lucide/svelte/icons/search";
import Settings from "@lucide/svelte/icons/settings-2";
import Share from "@lucide/svelte/icons/share-2";
import Trash from "@lucide/svelte/icons/trash";
import Undo from "@lucide/svelte/icons/undo-2";
import UserRound from "@lucide/svelte/icons/user-round";
import X from "@lucide/svelte/icons/x";

export const ICONS: [Component, string][] = [
  [House, "Home"],
  [NotebookPen, "Posts"],
  [Film, "Videos"],
  [BriefcaseBusiness, "Services"],
  [UserRound, "Profile"],
  [Plug, "Connections"],
  [Cloud, "Account & sync"],
  [Settings, "Settings"],
  [Search, "Search"],
  [Plus, "Make a new one"],
  [CloudUpload, "An upload"],
  [Pause, "Pause"],
  [Play, "Resume"],
  [RefreshCw, "Do it again"],
  [Undo, "Undo"],
  [Pencil, "Change"],
  [Trash, "Delete"],
  [X, "Close, or take off"],
  [Copy, "Copy"],
  [Share, "Share"],
  [ExternalLink, "In the browser"],
  [Ellipsis, "More"],
  [GripVertical, "Put in order"],
  [CircleAlert, "It needs you"],
];
