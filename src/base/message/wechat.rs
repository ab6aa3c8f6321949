//! Sentences of the area `wechat`: what to do about each return code, and what the client says.

messages! { area = "wechat";
    /// -1 and its relatives.
    do_system_error() { zh: "隔 1 秒、4 秒、15 秒再试，仍不行就停；建草稿和群发之前先看上一次是否已经生效", en: "Try again after 1 s, 4 s and 15 s, then stop; before repeating draft/add or a mass send, look whether the first try took effect" }
    /// Success.
    do_nothing() { zh: "不用处理", en: "Nothing to do" }
    /// 40001.
    do_credential() { zh: "重新取 access_token 再试一次；如果是取 token 时返回，核对 AppSecret；如果反复出现，查是否有别的程序也在刷新 token", en: "Fetch an access_token and try once more; on a token call check the AppSecret; if it keeps coming, look for another program that refreshes the token" }
    /// 40002.
    do_grant_type() { zh: "把 grant_type 设为 client_credential", en: "Set grant_type to client_credential" }
    /// 40003.
    do_openid() { zh: "去掉这个 OpenID：它不属于本账号，或已取消关注", en: "Drop this OpenID: it is not a follower of this account" }
    /// 40004.
    do_media_type() { zh: "把 type 改为 image、voice、video 或 thumb", en: "Set type to image, voice, video or thumb" }
    /// 40005.
    do_file_type() { zh: "转成 JPEG 或 PNG 再传，并检查文件名带扩展名；只改扩展名不行", en: "Convert to JPEG or PNG and give the part a file name with an extension; renaming alone does not help" }
    /// 40006, 45001.
    do_media_size() { zh: "压缩素材：图片 10 MB、缩略图 64 KB、语音 2 MB、视频 10 MB 以内；也可能是素材库已满", en: "Shrink the file: images 10 MB, thumbs 64 KB, voice 2 MB, video 10 MB; or the library is full" }
    /// 40007 and its relatives.
    do_media_id() { zh: "重新上传为永久素材；如果是草稿的 media_id，它可能已被删除，或已经发出去了", en: "Upload again as permanent material; a draft's media_id may be deleted, or already published" }
    /// 40008, 45162, 48008.
    do_message_type() { zh: "换成本账号可以发的消息类型，例如 mpnews", en: "Use a message type that this account may send, mpnews for example" }
    /// 40009.
    do_image_size() { zh: "压缩图片：正文图片小于 1 MB，永久图片不超过 10 MB", en: "Shrink the picture: below 1 MB inside an article, at most 10 MB as material" }
    /// 40013, 41002.
    do_appid() { zh: "核对 AppID，不要重试", en: "Check the AppID; do not repeat" }
    /// 40014, 42001.
    do_access_token() { zh: "重新取 access_token，再试一次", en: "Fetch an access_token and try once more" }
    /// 40031, 40032, 40130.
    do_openid_list() { zh: "OpenID 名单要有 2 到 10000 个，且都有效", en: "Give 2 to 10,000 valid OpenIDs" }
    /// 40033, 47002.
    do_utf8() { zh: "请求体直接写 UTF-8 文字，不要写成 \\uXXXX", en: "Send literal UTF-8 characters, never \\uXXXX" }
    /// 40035, 40097, 61451 and others.
    do_parameter() { zh: "对照接口文档核对参数", en: "Check the parameters against the interface's page" }
    /// 40059.
    do_msg_id() { zh: "核对 msg_id；删除群发时可以改用文章地址 url", en: "Check msg_id; a mass send can also be deleted by the article's url" }
    /// 40060.
    do_article_idx() { zh: "article_idx 从 1 数起，不能超过文章篇数", en: "article_idx counts from 1 and ends at the number of articles" }
    /// 40065.
    do_msg_status() { zh: "等这次群发结束再删；文字和图片群发不能删", en: "Wait until the send has finished; text and picture sends can never be deleted" }
    /// 40113, 40137.
    do_picture_format() { zh: "把图片重新编码为 JPEG 或 PNG", en: "Encode the picture again as JPEG or PNG" }
    /// 40114.
    do_index() { zh: "index 从 0 数起，要小于草稿里的篇数", en: "index counts from 0 and stays below the number of articles" }
    /// 40125, 41004.
    do_secret() { zh: "核对 AppSecret，不要重试；可以在微信开发者平台重置", en: "Check the AppSecret, do not repeat; it can be reset on the developer platform" }
    /// 40132.
    do_wechat_name() { zh: "核对微信号，对方要已关注本账号", en: "Check the 微信号; its owner must follow this account" }
    /// 40152.
    do_tag() { zh: "重新拉取标签列表，核对 tag_id", en: "List the tags again and check tag_id" }
    /// 40164, 45035, 61004.
    do_ip_list() { zh: "把报错里的 IP 加进微信开发者平台的 API IP 白名单，等 5 到 10 分钟再试", en: "Add the address named in the message to the account's API IP allow list and wait 5 to 10 minutes" }
    /// 40201.
    do_callback_url() { zh: "先在后台设置消息推送的 URL", en: "Set the callback URL in the console first" }
    /// 40204, 88002, 88011.
    do_flagged() { zh: "这篇文章已被平台限制，接口不能再处理，到后台看原因", en: "The platform has restricted this article; the interface cannot touch it, see the console" }
    /// 40243.
    do_secret_frozen() { zh: "到微信开发者平台解冻 AppSecret", en: "Unfreeze the AppSecret on the developer platform" }
    /// 41001.
    do_token_missing() { zh: "把 access_token 放进查询串，放在请求头或请求体里不算", en: "Put access_token into the query string; a header or the body does not count" }
    /// 41005, 44001.
    do_media_missing() { zh: "用 multipart 上传，文件的字段名是 media，内容不能为空", en: "Upload as multipart with a non-empty part named media" }
    /// 41006.
    do_media_id_missing() { zh: "带上 media_id", en: "Send media_id" }
    /// 41039.
    do_source_url() { zh: "“阅读原文”要填 http 或 https 开头的完整地址", en: "阅读原文 needs an absolute http(s) address" }
    /// 42010, 45066.
    do_too_fast() { zh: "隔 60 秒再试", en: "Wait 60 seconds and try again" }
    /// 43001, 43002.
    do_method() { zh: "换一种请求方法：取数的接口用 GET，带请求体的接口用 POST", en: "Use the other method: GET for interfaces without a body, POST for those with one" }
    /// 43003.
    do_https() { zh: "改用 https", en: "Use https" }
    /// 44002, 44004.
    do_empty() { zh: "补上请求内容：请求体或正文是空的", en: "Send the content: the body or the text is empty" }
    /// 44003.
    do_news() { zh: "检查层级：请求体最外层是对象，里面的 articles 是数组，至少有一篇，正文不为空", en: "Check the nesting: the body is an object with a list named articles, holding at least one article with content" }
    /// 45002.
    do_content() { zh: "把文章拆短：正文不能到 1 MB", en: "Split the article: its content must stay below 1 MB" }
    /// 45003.
    do_title() { zh: "缩短标题：文档写 32 字，实测 64 字；如果标题并不长，查请求体是否写成了 \\uXXXX", en: "Shorten the title: 32 characters in the documents, 64 measured; if it is short already, look for \\uXXXX in the request" }
    /// 45004.
    do_digest() { zh: "把摘要缩到 120 字以内", en: "Keep the digest within 120 characters" }
    /// 45005.
    do_url_size() { zh: "缩短地址：“阅读原文”最长 1024 字节", en: "Shorten the address: 阅读原文 takes 1024 bytes" }
    /// 45007.
    do_voice() { zh: "把语音剪到 60 秒以内", en: "Cut the voice to 60 seconds" }
    /// 45008.
    do_articles() { zh: "一次最多 8 篇", en: "At most 8 articles" }
    /// 45009.
    do_daily_quota() { zh: "等到明天再调；急用可以在后台清零，每月 10 次", en: "Wait until tomorrow; in need clear the quota, 10 times a month" }
    /// 45011.
    do_minute_quota() { zh: "隔 60 秒再调", en: "Wait 60 seconds" }
    /// 45028.
    do_mass_quota() { zh: "公众号等到明天，服务号等到下个月；后台群发也占次数", en: "Wait: a 公众号 until tomorrow, a 服务号 until next month; sends from the console count too" }
    /// 45062.
    do_agreed_ad() { zh: "到后台群发：这篇文章带有已约定的广告", en: "Send it from the console: the article carries an agreed advertisement" }
    /// 45065.
    do_sent_already() { zh: "当作成功：这条群发 24 小时内已经提交过，用返回的 msg_id 查状态", en: "Count it as done: this send was submitted within 24 hours, follow the msg_id of the answer" }
    /// 45067.
    do_client_msg_id() { zh: "把 clientmsgid 缩到 32 字节以内", en: "Keep clientmsgid within 32 bytes" }
    /// 45083, 45084.
    do_speed() { zh: "speed 填 0 到 4", en: "Set speed to 0 to 4" }
    /// 45110.
    do_author() { zh: "把作者名缩到 16 字以内", en: "Keep the author within 16 characters" }
    /// 45113.
    do_goods() { zh: "去掉商品或卡券，平台不再支持", en: "Remove goods and coupons, the platform no longer takes them" }
    /// 45166.
    do_invalid_content() { zh: "依次检查：页内锚点链接、带 tempkey 的链接、残缺的 mp.weixin.qq.com/s/ 地址、外部图片、手写的小程序卡片、属性里的弯引号、图片消息超过 1000 字或图片数不对", en: "Look in this order for: fragment links, tempkey links, broken mp.weixin.qq.com/s/ addresses, external pictures, hand-made cards, curly quotes in attributes, a picture message over 1000 characters or with a wrong number of pictures" }
    /// 47001.
    do_json() { zh: "检查 JSON；draft/update 的 articles 是对象，不是数组", en: "Check the JSON; in draft/update articles is an object, not a list" }
    /// 48001.
    do_unauthorized() { zh: "不要重试：本账号没有这个接口的权限（个人号和未认证账号不能发布、群发），到后台手动发表", en: "Do not repeat: this account may not call the interface (personal and unverified accounts cannot publish or mass send); publish from the console" }
    /// 48003.
    do_agreement() { zh: "到后台同意群发协议", en: "Accept the mass-send agreement in the console" }
    /// 48004.
    do_forbidden() { zh: "接口因违规被封，登录后台看详情", en: "The interface is blocked for irregularities, see the console" }
    /// 48005.
    do_material_used() { zh: "先从自动回复或菜单里移除这个素材", en: "Remove the material from the menu or auto-reply first" }
    /// 48006.
    do_clear_quota() { zh: "等到下个月：本月清零次数已用完", en: "Wait until next month: no clears are left" }
    /// 48021, 53505.
    do_save_draft() { zh: "到后台打开这份草稿，手动保存一次再发", en: "Open the draft in the console and save it by hand first" }
    /// 48022.
    do_video() { zh: "到后台上传视频：用接口上传的视频不能群发", en: "Upload the video in the console: one uploaded by interface cannot be sent" }
    /// 50002, 50004, 50007.
    do_account_frozen() { zh: "账号或接口被冻结、限制，登录后台处理", en: "The account or its interface is frozen or limited, see the console" }
    /// 53404–53406.
    do_products() { zh: "去掉文章里的商品", en: "Remove the products from the article" }
    /// 53500.
    do_publish_banned() { zh: "发布能力被封禁，登录后台看原因", en: "Publishing is banned for this account, see the console" }
    /// 53501.
    do_publish_frequent() { zh: "隔几分钟再试；同一份草稿正在发布时也会这样", en: "Wait some minutes; the same draft may be under way already" }
    /// 53502.
    do_publish_id() { zh: "核对 publish_id", en: "Check publish_id" }
    /// 53503.
    do_publish_check() { zh: "到后台打开草稿，按提示修改：它没有通过发布检查", en: "Open the draft in the console and mend what it names: it failed the publish check" }
    /// 53504.
    do_publish_console() { zh: "到后台发表这份草稿", en: "Publish this draft from the console" }
    /// 53600.
    do_article_id() { zh: "核对 article_id", en: "Check article_id" }
    /// 61024.
    do_component() { zh: "改用第三方平台自己的 token 接口", en: "Use the token interface of the third-party platform" }
    /// 76001–76004.
    do_rid() { zh: "核对 rid 或 cgi_path：rid 七天内有效且属于本账号；cgi_path 以 / 开头、不带域名", en: "Check rid or cgi_path: a rid lives seven days and belongs to one account; cgi_path begins with / and has no host" }
    /// 76021, 76022.
    do_cgi_path() { zh: "核对 cgi_path，例如 /cgi-bin/draft/add", en: "Check cgi_path, /cgi-bin/draft/add for example" }
    /// 88000.
    do_comment_privilege() { zh: "关闭留言（need_open_comment 设为 0），或先取得留言功能", en: "Set need_open_comment to 0, or obtain the comment privilege" }
    /// 88001.
    do_msg_data() { zh: "核对 msg_data_id 和 index", en: "Check msg_data_id and index" }
    /// 88003.
    do_elected() { zh: "先取消一条精选留言", en: "Take another comment off the elected list first" }
    /// 88004, 88008, 88009.
    do_comment_gone() { zh: "不用再处理：留言或回复已不存在", en: "Nothing left to do: the comment or reply is gone" }
    /// 88007.
    do_reply() { zh: "回复不能为空，也不能太长", en: "Write a reply that is neither empty nor too long" }
    /// 88010.
    do_comment_count() { zh: "count 填 1 到 49", en: "Set count to 1 to 49" }
    /// 89501–89505.
    do_administrator() { zh: "等管理员在手机上确认，最长 30 分钟", en: "Wait for the administrator's confirmation on the phone, up to 30 minutes" }
    /// 89506, 89507.
    do_ip_refused() { zh: "和管理员说明后再试：该 IP 被拒绝，1 小时或 24 小时内不再受理", en: "Talk to the administrator: this address was refused and stays so for 1 or 24 hours" }

    // Pictures.

    /// A picture file has no content.
    picture_empty() { zh: "图片文件是空的", en: "The picture file is empty" }
    /// A file is no picture of a known kind.
    picture_unknown() { zh: "文件内容不是图片", en: "The content of the file is not a picture" }
    /// A picture is of a kind that is recognised but not read.
    picture_unsupported(kind) { zh: "图片实际是 {kind} 格式，无法使用", en: "The picture is in fact {kind}, which cannot be used" }
    /// A picture is cut off or damaged.
    picture_broken(format, reason) { zh: "{format} 图片已损坏：{reason}", en: "The {format} picture is damaged: {reason}" }
    /// The size of a picture cannot be read.
    picture_header(format) { zh: "{format} 图片已损坏：文件头损坏", en: "The {format} picture is damaged: its header cannot be read" }
    /// A picture ends too early.
    picture_cut_off(format) { zh: "{format} 图片已损坏：文件不完整", en: "The {format} picture is damaged: the file is cut off" }
    /// A picture's name lies.
    picture_misnamed(format) { zh: "图片其实是 {format}，和扩展名不符", en: "The picture is in truth {format}, which its name does not say" }
    /// Help for a picture whose name lies.
    picture_misnamed_help() { zh: "另存为 JPEG 或 PNG，并让扩展名与内容一致", en: "Save it as JPEG or PNG, and let the name say what it is" }
    /// A picture has more pixels than are read.
    picture_too_many_pixels(width, height) { zh: "图片有 {width}×{height} 像素，大得无法处理", en: "The picture has {width}×{height} pixels, more than can be handled" }
    /// A picture stays above its limit.
    picture_too_large(limit) { zh: "图片怎么压缩都超过 {limit} 字节", en: "The picture stays above {limit} bytes however it is compressed" }
    /// Help for a picture of a foreign kind.
    picture_convert_help() { zh: "把图片另存为 JPEG 或 PNG，再放进来", en: "Save the picture as JPEG or PNG and put that in its place" }
    /// Help for a damaged picture.
    picture_export_help() { zh: "从原图重新导出一份", en: "Export it again from the original" }
    /// Help for a picture with too many pixels.
    picture_scale_help(side) { zh: "把长边缩到 {side} 像素以内", en: "Scale its longer side down to at most {side} pixels" }
    /// Help for a picture that stays too large.
    picture_split_help() { zh: "裁小图片，或拆成几张", en: "Crop the picture or split it into several" }
    /// Help for a picture of a phone whose format nobody else reads.
    picture_heic_help() { zh: "在手机或电脑上导出为 JPEG 再放进来；iPhone 可在“设置 > 相机 > 格式”选“兼容性最佳”", en: "Export it as JPEG on the phone or computer; on an iPhone choose Most Compatible under Settings > Camera > Formats" }
    /// An animation is larger than the platform takes.
    picture_animation(size, limit) { zh: "动图有 {size} MB，平台最多收 {limit} MB", en: "The animation has {size} MB, and the platform takes at most {limit} MB" }
    /// Help for an animation that is too large.
    picture_animation_help() { zh: "减少帧数或缩小尺寸后重新导出，或换成静图", en: "Export it with fewer frames or smaller, or use a still picture" }
    /// A moving WebP or PNG in a text.
    moving_picture(format) { zh: "{format} 动图会变成静图，读者只看到第一帧", en: "The moving {format} becomes a still picture: readers see its first frame" }
    /// Help for a moving WebP or PNG.
    moving_picture_help(limit) { zh: "导出为 {limit} MB 以内的 GIF，动图就会保留", en: "Export it as a GIF of at most {limit} MB, which keeps moving" }
    /// A GIF in a picture message.
    gif_in_pictures() { zh: "图片消息里的动图会变成静图，读者只看到第一帧", en: "In a picture message the animation becomes a still picture: readers see its first frame" }
    /// A moving cover.
    moving_cover() { zh: "封面不会动，读者只看到第一帧", en: "The cover does not move: readers see its first frame" }
    /// Help for what does not move where it stands.
    moving_cover_help() { zh: "换一张静图，或确认第一帧就是想给读者看的画面", en: "Use a still picture, or make sure that the first frame is what readers should see" }
    /// An animation of many frames.
    many_frames(frames, limit) { zh: "动图有 {frames} 帧，超过 {limit} 帧的动图在手机上可能不动", en: "The animation has {frames} frames; above {limit} it may stand still on phones" }
    /// An animation with many pixels in all frames together.
    many_frame_pixels(width, height, frames, limit) { zh: "动图宽 × 高 × 帧数是 {width} × {height} × {frames}，超过 {limit} 万，在手机上可能不动", en: "Width × height × frames of the animation is {width} × {height} × {frames}; above {limit}0,000 it may stand still on phones" }
    /// A cover with few pixels.
    small_cover(width, height) { zh: "封面只有 {width}×{height} 像素，放大后会模糊", en: "The cover has only {width}×{height} pixels and looks blurred when it is enlarged" }
    /// Help for a small cover.
    small_cover_help(width, height) { zh: "换一张至少 {width}×{height} 像素的图片", en: "Use a picture of at least {width}×{height} pixels" }

    // The client.

    /// The platform refused a call.
    client_platform(call, code, errmsg) { zh: "平台拒绝了 {call}：{code} {errmsg}", en: "The platform refused {call}: {code} {errmsg}" }
    /// The platform refused the address that a call came from.
    client_ip(call, ip) { zh: "平台拒绝了 {call}：出口 IP {ip} 不在 API IP 白名单里（40164）", en: "The platform refused {call}: the address {ip} is not in the API IP allow list (40164)" }
    /// Help for a return code that the table does not hold.
    client_unknown_code_help(code) { zh: "在微信开发者平台的返回码页面查 {code}；弄清之前不要重复发送", en: "Look {code} up on the platform's page of return codes; do not send again before that" }
    /// No connection.
    client_connect(call, reason) { zh: "{call} 没有发出：连不上平台（{reason}）", en: "{call} was not sent: no connection to the platform ({reason})" }
    /// Help for no connection.
    client_connect_help() { zh: "检查网络、接口地址和防火墙，稍后再试", en: "Check the network, the interface's address and the firewall, then try again" }
    /// No encrypted connection.
    client_tls(call, reason) { zh: "{call} 没有发出：加密连接建立失败（{reason}）", en: "{call} was not sent: no encrypted connection ({reason})" }
    /// Help for no encrypted connection.
    client_tls_help() { zh: "核对系统时间，装好 CA 证书（容器里是 ca-certificates 包）", en: "Check the system's clock and install CA certificates (the package ca-certificates in containers)" }
    /// The proxy did not let a call through.
    client_proxy(call, reason) { zh: "{call} 没有发出：代理服务器不放行（{reason}）", en: "{call} was not sent: the proxy did not let it through ({reason})" }
    /// Help for a proxy.
    client_proxy_help() { zh: "核对代理的地址、用户名和密码，例如 http://user:password@host:3128", en: "Check the proxy's address, user and password, http://user:password@host:3128 for example" }
    /// No answer in time.
    client_timeout(call) { zh: "{call} 超时：没有等到平台的回答", en: "{call} timed out: no answer from the platform" }
    /// The connection ended before the answer.
    client_cut(call, reason) { zh: "{call} 的连接中途断开（{reason}）", en: "The connection of {call} ended before the answer ({reason})" }
    /// Help for a lost answer.
    client_unknown_help() { zh: "先查这次调用是否已经生效，再决定要不要重发", en: "Find out whether the call took effect before sending it again" }
    /// Something else than the platform answered.
    client_status(call, status) { zh: "{call} 得到 HTTP 状态 {status}，回答的不是平台接口", en: "{call} got HTTP status {status}, which is not an answer of the platform's interface" }
    /// Help for a strange HTTP status.
    client_status_help() { zh: "核对接口地址；看中间是否有网关或代理改写了请求", en: "Check the interface's address, and whether a gateway or proxy stands in between" }
    /// An answer cannot be read.
    client_decode(call, reason) { zh: "看不懂平台对 {call} 的回答：{reason}", en: "The platform's answer to {call} cannot be read: {reason}" }
    /// Help for an answer that cannot be read.
    client_decode_help() { zh: "先查这次调用是否已经生效；若是平台改了格式，升级 qianfa", en: "Find out whether the call took effect; if the platform has changed its format, upgrade qianfa" }
    /// Too many characters.
    client_limit_characters(field, limit, actual) { zh: "{field} 有 {actual} 个字，平台最多收 {limit} 个", en: "{field} has {actual} characters, the platform takes {limit}" }
    /// Too many bytes.
    client_limit_bytes(field, limit, actual) { zh: "{field} 有 {actual} 字节，平台最多收 {limit} 字节", en: "{field} has {actual} bytes, the platform takes {limit}" }
    /// Too many things.
    client_limit_items(field, limit, actual) { zh: "{field} 有 {actual} 项，平台最多收 {limit} 项", en: "{field} has {actual} items, the platform takes {limit}" }
    /// Help for a limit.
    client_limit_help(field, limit) { zh: "把 {field} 减到 {limit} 以内", en: "Bring {field} down to {limit}" }
    /// Something obligatory is empty.
    client_missing(field) { zh: "缺少 {field}", en: "{field} is missing" }
    /// Help for something missing.
    client_missing_help(field) { zh: "补上 {field}", en: "Fill in {field}" }
    /// The base address is unusable.
    client_setup_base() { zh: "接口地址不可用", en: "The interface's address is unusable" }
    /// The platform without encryption.
    client_setup_plain() { zh: "微信平台的接口地址不是 https", en: "The address of the platform's interface is not https" }
    /// Help for the base address.
    client_setup_base_help() { zh: "写成 https://api.weixin.qq.com，或沙盒的地址，例如 http://127.0.0.1:8787；地址里不带用户名、密码和查询串", en: "Write https://api.weixin.qq.com or a sandbox's address such as http://127.0.0.1:8787, without user, password or query" }
    /// The proxy's address is unusable.
    client_setup_proxy() { zh: "代理地址不可用", en: "The proxy's address is unusable" }
    /// No TLS on this machine.
    client_setup_tls() { zh: "这台机器上建立不了加密连接：没有可用的 CA 证书", en: "This machine cannot make encrypted connections: no CA certificates" }
    /// A rehearsal clock and the real platform.
    client_setup_rehearsal() { zh: "演练用的时间不能对真实账号使用", en: "A rehearsal time cannot be used with a real account" }
    /// Help for a rehearsal clock.
    client_setup_rehearsal_help() { zh: "去掉 --now，或把接口地址指向沙盒", en: "Leave --now out, or point the interface's address at a sandbox" }
}
