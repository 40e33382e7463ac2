# How much more memory a large file takes than one of 4 MiB: highest resident memory of the whole process. Targets: 8 MiB
# more for 20 GiB to one platform, 64 MiB more for 3.9 GB to both at once.
# shellcheck shell=bash
say "memory: from 4 MiB to 20 GiB, and 3.9 GB to both platforms"

new_desk memory-one
start_sink
connect youtube
: >"$desk/rounds"
video "$desk/small.mp4" $((4 * mib))
video "$desk/large.mp4" "$(scaled $((20 * gib)))"
for size in small large small large small large; do
  publish_arguments "$desk/$size.mp4" "$size"
  metered "$size" "${publish[@]}"
done
cp "$desk/rounds" "$run_dir/memory-rounds"

new_desk memory-both
start_simulator
connect youtube
connect tiktok
cp "$run_dir/memory-rounds" "$desk/rounds"
video "$desk/both.mp4" "$(scaled 3900000000)"
publish_arguments "$desk/both.mp4" "both" youtube,tiktok
metered both "${publish[@]}"

report memory '
  def peak($who): of($who) | map(.peak_kib) | median;
  { peak_kib_4_mib: peak("small"), peak_kib_20_gib: peak("large"), peak_kib_both_3_9_gb: peak("both"),
    growth_mib_20_gib: ((peak("large") - peak("small")) / 1024 | hundredths),
    growth_mib_both: ((peak("both") - peak("small")) / 1024 | hundredths) }'
