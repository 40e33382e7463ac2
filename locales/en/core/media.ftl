media-missing = The video is no longer where it was on this computer. Show where it is now.
media-folder = This is a folder. Open it and drop the video itself here.
media-no-file = This is not a file but a device or a pipe. Drop a video file here.
media-empty = This file is empty. Export or copy the video again and drop it here.
media-other-video = TikTok and YouTube take MP4, MOV, WebM and MKV. This is { $what }: export it as MP4 and drop it here.
media-no-video = TikTok and YouTube take MP4, MOV, WebM and MKV. This is { $what }: drop the video itself here.
media-what =
    { $kind ->
        [an-avi] an AVI
        [an-flv] an FLV
        [a-wmv] a WMV
        [an-mpeg-ts] an MPEG-TS
        [an-mpeg-ps] an MPEG-PS
        [a-3gp] a 3GP
        [an-ogg-file] an Ogg file
        [an-animated-gif] an animated GIF
        [a-realmedia-file] a RealMedia file
        [an-mxf] an MXF
        [a-picture] a picture
        [a-sound-file] a sound file
        [a-pdf] a PDF
        [a-zip] a ZIP
        [a-packed-folder] a packed folder
        [a-program] a program
        [a-database] a database
        [a-text-file] a text file
        [a-video] a video
        [a-gif] a GIF
        [a-bmp] a BMP
        [a-tiff] a TIFF
        [an-avif] an AVIF
        [a-heic] a HEIC
        [an-svg-drawing] an SVG drawing
        [a-web-page] a web page
       *[none-of-these] none of these
    }
media-cut-short = This { $container } stops in the middle. Copy or export it again to its end and drop it here.
media-no-index = This { $container } was never finished: it does not say where its pictures are. Export it again.
media-nonsense = The header of this { $container } is damaged. Export it again and drop it here.
media-unreadable = This computer does not let us read the video. Check the file's permissions or the disk it is on.
media-other-size = The file has another size since it was chosen. Choose the file you want to publish.
media-saved-again = The file has been saved again since it was chosen. Choose the file you want to publish.
media-other-content = The file has another content since it was chosen. Choose the file you want to publish.

# Pictures of posts

media-picture-missing = The picture is no longer where it was. Look where it is now, and add it from there.
media-picture-folder = This is a folder. Open it and add the pictures in it.
media-picture-no-file = This is not a file but a device or a pipe. Add a picture file.
media-picture-empty = This file is empty. Export or copy the picture again.
media-picture-unreadable = This computer does not let us read the picture. Check the file's permissions or the disk it is on.
media-picture-large = This picture is larger than 10 MB. Export it smaller, 2,000 pixels wide are plenty.
media-picture-pixels = This picture has { $width } × { $height } pixels: too many. Export it smaller, 2,000 pixels wide are plenty.
media-other-picture = We take JPEG, PNG and WebP. This is { $what }: export it as JPEG or PNG and add that.
media-no-picture = We take JPEG, PNG and WebP. This is { $what }: add the picture itself.
media-picture-broken = This { $kind } is damaged or stops in the middle. Copy or export it again.
