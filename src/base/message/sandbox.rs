//! Sentences of the area `sandbox`.

messages! { area = "sandbox";
    /// The state file is something else.
    bad_state(path, reason) { zh: "{path} 不是沙盒的状态文件：{reason}", en: "{path} is not the state of a sandbox: {reason}" }
    /// How to go on.
    bad_state_help() { zh: "换一个文件名，或删掉这个文件重新开始", en: "Name another file, or delete this one to begin anew" }
    /// The port is taken, or may not be used.
    cannot_listen(address, reason) { zh: "不能在 {address} 上监听：{reason}", en: "Cannot listen on {address}: {reason}" }
    /// How to go on.
    cannot_listen_help() { zh: "用 --port 换一个端口；--port 0 自动选择", en: "Choose another port with --port; --port 0 takes a free one" }
}
