package matterbook.notebook.eval;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Defines the classes of cells, each woven by {@link StopWeaver}. */
final class CellClassLoader extends ClassLoader {
    private final Map<String, byte[]> declared = new ConcurrentHashMap<>();
    private final StopWeaver weaver;

    CellClassLoader(ClassLoader parent) {
        super("cells", parent);
        weaver = new StopWeaver(declared::get, parent);
    }

    /** Makes a class known; it is woven and defined when it is first asked for. */
    void declare(String name, byte[] bytes) {
        declared.put(name.replace('.', '/'), bytes);
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        byte[] bytes = declared.get(name.replace('.', '/'));
        if (bytes == null) {
            throw new ClassNotFoundException(name);
        }
        byte[] woven = weaver.weave(bytes);
        return defineClass(name, woven, 0, woven.length);
    }
}
